package io.plimsoll.jobs.compare;

import static io.plimsoll.jobs.compare.RunFiles.MINUTE;
import static io.plimsoll.jobs.compare.RunFiles.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each case is small enough to be added up by eye. */
class ComparisonTest {

  @TempDir private Path temporary;

  @Nested
  class Warning {

    @Test
    void isFromTheCallToTheFirstEventAtLiquidatableOrWorse() throws IOException {
      RunOutcome run =
          read(
              run("a")
                  .event(at(1), "x", "SAFE", "MARGIN_CALL", 10, 5)
                  .event(at(4), "x", "MARGIN_CALL", "INSOLVENT", 10, -5));
      assertThat(run.warnings()).isEqualTo(warnings(1, 0, 3, 3));
      assertThat(run.outcome("x").leastWarningMs()).isEqualTo(3 * MINUTE);
    }

    @Test
    void isNoneForAnAccountThatFallsAtOnce() throws IOException {
      RunOutcome run =
          read(
              run("a")
                  .event(at(1), "x", "SAFE", "LIQUIDATABLE", 10, 5)
                  // Back to a call it is in the same spell, and was not warned of it.
                  .event(at(2), "x", "LIQUIDATABLE", "MARGIN_CALL", 10, 5)
                  .event(at(9), "x", "MARGIN_CALL", "LIQUIDATABLE", 10, 5));
      assertThat(run.warnings()).isEqualTo(warnings(1, 1, 0, 0));
      assertThat(run.outcome("x").hasWarning()).isTrue();
    }

    @Test
    void startsAnewOnceTheAccountWasSafe() throws IOException {
      RunOutcome run =
          read(
              run("a")
                  .event(at(1), "x", "SAFE", "MARGIN_CALL", 10, 5)
                  .event(at(2), "x", "MARGIN_CALL", "SAFE", 10, 5)
                  .event(at(10), "x", "SAFE", "MARGIN_CALL", 10, 5)
                  .event(at(17), "x", "MARGIN_CALL", "LIQUIDATABLE", 10, 5)
                  .event(at(18), "x", "LIQUIDATABLE", "SAFE", 10, 5)
                  .event(at(20), "x", "SAFE", "MARGIN_CALL", 10, 5)
                  .event(at(25), "x", "MARGIN_CALL", "LIQUIDATABLE", 10, 5));
      assertThat(run.warnings()).isEqualTo(warnings(2, 0, 5, 5));
      assertThat(run.outcome("x").leastWarningMs()).isEqualTo(5 * MINUTE);
    }

    @Test
    void isUnknownForASpellThatBeganBeforeTheFiles() throws IOException {
      RunOutcome run =
          read(
              run("a")
                  .event(at(1), "x", "MARGIN_CALL", "LIQUIDATABLE", 10, 5)
                  .event(at(1), "y", "LIQUIDATABLE", "MARGIN_CALL", 10, 5)
                  .event(at(2), "y", "MARGIN_CALL", "LIQUIDATABLE", 10, 5)
                  .event(at(3), "z", "MARGIN_CALL", "SAFE", 10, 5));
      assertThat(run.warnings())
          .isEqualTo(new Warnings(0, 0, OptionalLong.empty(), OptionalLong.empty()));
      assertThat(run.outcome("x").hasWarning()).isFalse();
    }

    @Test
    void isByRankOneOfThoseMeasured() {
      long[] ms = {11, 1, 10, 2, 9, 3, 8, 4, 7, 5, 6};
      assertThat(Warnings.of(ms))
          .isEqualTo(new Warnings(11, 0, OptionalLong.of(6), OptionalLong.of(2)));
      assertThat(Warnings.of(new long[] {4, 0, 0, 3}))
          .isEqualTo(new Warnings(4, 2, OptionalLong.of(0), OptionalLong.of(0)));
    }

    private Warnings warnings(long spells, long none, long median, long tenth) {
      return new Warnings(
          spells, none, OptionalLong.of(median * MINUTE), OptionalLong.of(tenth * MINUTE));
    }
  }

  @Nested
  class WhatIsOffered {

    @Test
    void countsOnceAStayHoweverOftenItIsOffered() throws IOException {
      RunOutcome run =
          read(
              run("a")
                  .offer(at(1), "x", "SAFE", "LIQUIDATABLE", 100, 40)
                  .offer(at(2), "x", "LIQUIDATABLE", "LIQUIDATABLE", 100, 60)
                  .event(at(3), "x", "LIQUIDATABLE", "MARGIN_CALL", 100, 5)
                  .offer(at(4), "x", "MARGIN_CALL", "LIQUIDATABLE", 100, 50)
                  .event(at(5), "x", "LIQUIDATABLE", "SAFE", 100, 50)
                  .offer(at(6), "x", "SAFE", "LIQUIDATABLE", 100, 30));
      assertThat(run.liquidations()).isEqualTo(new Liquidations(3, 120));
      assertThat(run.outcome("x").offeredUsd()).isEqualTo(120);
    }

    @Test
    void isTheSameWhereverTheCallsEnd() throws IOException {
      RunFiles toSafe =
          run("a")
              .offer(at(1), "x", "SAFE", "LIQUIDATABLE", 100, 40)
              .event(at(2), "x", "LIQUIDATABLE", "SAFE", 100, 5)
              .offer(at(3), "x", "SAFE", "LIQUIDATABLE", 100, 50);
      RunFiles toCalled =
          run("b")
              .offer(at(1), "x", "SAFE", "LIQUIDATABLE", 100, 40)
              .event(at(2), "x", "LIQUIDATABLE", "MARGIN_CALL", 100, 5)
              .offer(at(3), "x", "MARGIN_CALL", "LIQUIDATABLE", 100, 50);
      assertThat(read(toCalled).liquidations()).isEqualTo(read(toSafe).liquidations());
    }

    @Test
    void isThatOfTheFirstEventWithTerms() throws IOException {
      RunOutcome run =
          read(
              run("a")
                  .event(at(1), "x", "SAFE", "LIQUIDATABLE", 100, 5)
                  .offer(at(2), "x", "LIQUIDATABLE", "LIQUIDATABLE", 100, 60));
      assertThat(run.liquidations()).isEqualTo(new Liquidations(1, 60));
    }

    @Test
    void isForAPerpetualWhatIsClosedAtItsMark() throws IOException {
      RunOutcome run = read(run("a").close(at(1), "x", "SAFE", "LIQUIDATABLE", "0.4", 5));
      assertThat(run.liquidations()).isEqualTo(new Liquidations(1, 40.2));
    }

    @Test
    void countsInASpellThatBeganBeforeTheFiles() throws IOException {
      RunOutcome run = read(run("a").offer(at(1), "x", "MARGIN_CALL", "LIQUIDATABLE", 100, 40));
      assertThat(run.liquidations()).isEqualTo(new Liquidations(1, 40));
    }
  }

  @Nested
  class WhoFaredOtherwise {

    @Test
    void isNamedByTheLevelThatHeCameToInOneRunAlone() throws IOException {
      Comparison comparison =
          Comparison.of(
              read(
                  run("a")
                      .event(at(1), "called", "SAFE", "MARGIN_CALL", 10, 5)
                      .event(at(1), "worse in a", "SAFE", "LIQUIDATABLE", 10, 5)
                      .event(at(2), "same", "SAFE", "INSOLVENT", 10, -5)),
              read(
                  run("b")
                      .event(at(2), "same", "SAFE", "INSOLVENT", 10, -5)
                      .event(at(3), "new", "SAFE", "LIQUIDATABLE", 10, 5)
                      .event(at(3), "worse in a", "SAFE", "MARGIN_CALL", 10, 5)));
      assertThat(comparison.crossers(Level.MARGIN_CALL).onlyInA()).containsExactly("called");
      assertThat(comparison.crossers(Level.MARGIN_CALL).onlyInB()).containsExactly("new");
      assertThat(comparison.crossers(Level.LIQUIDATABLE).onlyInA()).containsExactly("worse in a");
      assertThat(comparison.crossers(Level.LIQUIDATABLE).onlyInB()).containsExactly("new");
      assertThat(comparison.crossers(Level.INSOLVENT).onlyInA()).isEmpty();
      assertThat(comparison.crossers(Level.INSOLVENT).onlyInB()).isEmpty();
      assertThat(comparison.most())
          .extracting(Difference::account)
          .containsExactly("new", "called", "worse in a");
    }

    @Test
    void comesFirstByLevelsThenByMoneyThenByWarningThenByName() throws IOException {
      RunFiles a = run("a");
      RunFiles b = run("b");
      // one level apart
      a.event(at(1), "level", "SAFE", "MARGIN_CALL", 10, 5);
      for (String name : new String[] {"money", "more money", "warning", "b", "a", "same"}) {
        a.event(at(1), name, "SAFE", "MARGIN_CALL", 10, 5);
        b.event(at(1), name, "SAFE", "MARGIN_CALL", 10, 5);
      }
      a.offer(at(10), "money", "MARGIN_CALL", "LIQUIDATABLE", 100, 10);
      b.offer(at(10), "money", "MARGIN_CALL", "LIQUIDATABLE", 100, 11);
      a.event(at(10), "more money", "MARGIN_CALL", "INSOLVENT", 100, -10);
      b.event(at(10), "more money", "MARGIN_CALL", "INSOLVENT", 100, -7.5);
      for (String name : new String[] {"warning", "b", "a", "same"}) {
        a.event(at(10), name, "MARGIN_CALL", "LIQUIDATABLE", 100, 1);
      }
      b.event(at(10), "same", "MARGIN_CALL", "LIQUIDATABLE", 100, 1);
      b.event(at(11), "b", "MARGIN_CALL", "LIQUIDATABLE", 100, 1);
      b.event(at(11), "a", "MARGIN_CALL", "LIQUIDATABLE", 100, 1);
      b.event(at(12), "warning", "MARGIN_CALL", "LIQUIDATABLE", 100, 1);
      assertThat(Comparison.of(read(a), read(b)).most())
          .extracting(Difference::account)
          .containsExactly("level", "more money", "money", "warning", "a", "b");
    }

    @Test
    void isOneOfTen() throws IOException {
      RunFiles a = run("a");
      for (char name = 'l'; name >= 'a'; name--) {
        a.event(at(1), String.valueOf(name), "SAFE", "MARGIN_CALL", 10, 5);
      }
      assertThat(Comparison.of(read(a), read(run("b"))).most())
          .extracting(Difference::account)
          .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    }
  }

  @Test
  void aRunBesideItselfDiffersInNothing() throws IOException {
    RunOutcome run = read(run("a").offer(at(1), "x", "SAFE", "INSOLVENT", 100, 40));
    Comparison comparison = Comparison.of(run, run);
    assertThat(comparison.most()).isEmpty();
    assertThat(comparison.isOfOneHistory()).isTrue();
    assertThat(ComparisonPage.of(comparison)).endsWith("No account fared otherwise.");
  }

  private RunFiles run(String name) {
    return new RunFiles(temporary.resolve(name));
  }

  private static RunOutcome read(RunFiles files) throws IOException {
    return RunOutcome.read(files.write());
  }

  private static long at(int minute) {
    return NOON + minute * MINUTE;
  }
}
