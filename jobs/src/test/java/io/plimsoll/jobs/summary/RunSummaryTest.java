package io.plimsoll.jobs.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.parameters.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The market of these tests is small enough to be added up by eye. */
class RunSummaryTest {

  /** 12 March 2020, noon. */
  private static final long NOON = 1_584_014_400_000L;

  private static final long MINUTE = 60_000L;

  private static final String EVENTS =
      // a falls all the way, is repaid and ends called
      event(0, "a", "SAFE", "MARGIN_CALL", 1.05, 100, 20)
          + event(1, "a", "MARGIN_CALL", "LIQUIDATABLE", 0.98, 100, 5)
          // b and c in the same instant: 100 + 200 + 50 at risk, 10 of it bad
          + event(2, "a", "LIQUIDATABLE", "LIQUIDATABLE", 0.94, 100, 2)
          + event(2, "b", "SAFE", "INSOLVENT", 0.8, 200, -10)
          + event(2, "c", "SAFE", "LIQUIDATABLE", 0.97, 50, 4)
          // a and c are saved, b sinks on
          + event(3, "a", "LIQUIDATABLE", "MARGIN_CALL", 1.04, 60, 15)
          + event(3, "b", "INSOLVENT", "INSOLVENT", 0.7, 210, -30)
          + event(3, "c", "LIQUIDATABLE", "SAFE", 1.5, 20, 12)
          // half of b is written off
          + event(4, "b", "INSOLVENT", "INSOLVENT", 0.75, 110, -15.5);

  private static final String STATES =
      state(0, "BTC", 5_000) + state(0, "ETH", 200) + state(6, "BTC", 4_000);

  private static final String REFUSED =
      "{\"reason\":\"LATE\"}\n{\"reason\":\"FUTURE\"}\n{\"reason\":\"LATE\"}\n";

  private static final RunFacts FACTS =
      new RunFacts(
          Path.of("/history"),
          Path.of("/history/parameters.yaml"),
          Execution.NONE,
          1_234_567,
          1_042,
          2,
          "rocksdb",
          Duration.ofMillis(12_500));

  @TempDir Path directory;

  @Nested
  @DisplayName("of hand-made files")
  class OfHandMadeFiles {

    @Test
    void countsEventsByChangeOfLevel() throws IOException {
      assertThat(summary().events())
          .containsExactly(
              entry(new Transition(Level.SAFE, Level.MARGIN_CALL), 1L),
              entry(new Transition(Level.SAFE, Level.LIQUIDATABLE), 1L),
              entry(new Transition(Level.SAFE, Level.INSOLVENT), 1L),
              entry(new Transition(Level.MARGIN_CALL, Level.LIQUIDATABLE), 1L),
              entry(new Transition(Level.LIQUIDATABLE, Level.SAFE), 1L),
              entry(new Transition(Level.LIQUIDATABLE, Level.MARGIN_CALL), 1L),
              entry(new Transition(Level.LIQUIDATABLE, Level.LIQUIDATABLE), 1L),
              entry(new Transition(Level.INSOLVENT, Level.INSOLVENT), 2L));
      assertThat(summary().eventCount()).isEqualTo(9);
    }

    @Test
    void countsAccountsByTheWorstTheyHaveSeenAndByWhereTheyEnd() throws IOException {
      RunSummary summary = summary();
      assertThat(summary.called()).isEqualTo(3);
      assertThat(summary.liquidatable()).isEqualTo(3);
      assertThat(summary.insolvent()).isEqualTo(1);
      assertThat(summary.atEnd())
          .containsExactly(
              entry(Level.SAFE, 1L),
              entry(Level.MARGIN_CALL, 1L),
              entry(Level.LIQUIDATABLE, 0L),
              entry(Level.INSOLVENT, 1L));
    }

    @Test
    void addsUpWhatIsAtRiskAfterWholeInstants() throws IOException {
      assertThat(summary().valueAtRisk())
          .isEqualTo(new Exposure(110, 100 + 200 + 50, NOON + 2 * MINUTE));
    }

    @Test
    void addsUpWhatTheInsolventLack() throws IOException {
      assertThat(summary().badDebt()).isEqualTo(new Exposure(15.5, 30, NOON + 3 * MINUTE));
    }

    @Test
    void namesTheAccountsThatFellLowestAtTheirLowest() throws IOException {
      assertThat(summary().worst())
          .containsExactly(
              new LowPoint("b", NOON + 3 * MINUTE, Level.INSOLVENT, 0.7, -30),
              new LowPoint("a", NOON + 2 * MINUTE, Level.LIQUIDATABLE, 0.94, 2),
              new LowPoint("c", NOON + 2 * MINUTE, Level.LIQUIDATABLE, 0.97, 4));
    }

    @Test
    void countsRefusedRowsByReason() throws IOException {
      assertThat(summary().refused()).containsExactly(entry("FUTURE", 1L), entry("LATE", 2L));
    }

    @Test
    void spansEventsAndBars() throws IOException {
      assertThat(summary().firstInstant()).hasValue(NOON);
      assertThat(summary().lastInstant()).hasValue(NOON + 6 * MINUTE);
    }
  }

  @Test
  void liabilitiesStandForTheDebtOfAnAccountThatOnlyHasPerpetuals() throws IOException {
    write(event(0, "p", "SAFE", "LIQUIDATABLE", 0.9, 0, 3), "", "");
    assertThat(RunSummary.of(directory).valueAtRisk().atEndUsd()).isEqualTo(7.0);
  }

  @Test
  void sumsLeaveNothingBehindWhenAllIsWell() throws IOException {
    write(
        event(0, "a", "SAFE", "LIQUIDATABLE", 0.9, 0.1, 3)
            + event(1, "b", "SAFE", "LIQUIDATABLE", 0.9, 0.2, 3)
            + event(2, "a", "LIQUIDATABLE", "SAFE", 1.9, 0.1, 3)
            + event(3, "b", "LIQUIDATABLE", "SAFE", 1.9, 0.2, 3),
        "",
        "");
    assertThat(RunSummary.of(directory).valueAtRisk().atEndUsd()).isZero();
  }

  @Test
  void onlyTenAreNamedInOrderOfEquityThenName() throws IOException {
    StringBuilder events = new StringBuilder();
    for (char name = 'l'; name >= 'a'; name--) {
      events.append(event(0, String.valueOf(name), "SAFE", "INSOLVENT", 0.5, 10, -1));
    }
    write(events.toString(), "", "");
    assertThat(RunSummary.of(directory).worst())
        .extracting(LowPoint::account)
        .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
  }

  @Test
  void aRunWithoutRowsHasNoInstants() throws IOException {
    write("", "", "");
    RunSummary summary = RunSummary.of(directory);
    assertThat(summary.firstInstant()).isEmpty();
    assertThat(summary.worst()).isEmpty();
    assertThat(SummaryPage.of(summary, FACTS, directory)).isNotEmpty();
  }

  @Test
  void aRunThatWasNotPublishedHasNoSummary() {
    assertThatThrownBy(() -> RunSummary.of(directory)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void theJsonIsGolden() throws IOException {
    assertThat(SummaryJson.write(summary(), FACTS, directory))
        .isEqualTo(directory.resolve("summary.json"))
        .hasSameTextualContentAs(Path.of("src/test/resources/summary/summary.json"));
    assertThat(directory).isDirectoryNotContaining("glob:**.half");
  }

  @Test
  void thePageIsGolden() throws IOException {
    List<String> page = SummaryPage.of(summary(), FACTS, directory);
    assertThat(String.join("\n", page).replace(directory.toString(), "OUT") + "\n")
        .isEqualTo(Files.readString(Path.of("src/test/resources/summary/page.txt")));
  }

  private RunSummary summary() throws IOException {
    write(EVENTS, STATES, REFUSED);
    return RunSummary.of(directory);
  }

  private void write(String events, String states, String refused) throws IOException {
    Files.writeString(directory.resolve(OutputDirectory.MARGIN_EVENTS), events);
    Files.writeString(directory.resolve(OutputDirectory.ASSET_STATES), states);
    Files.writeString(directory.resolve(OutputDirectory.REFUSED), refused);
  }

  private static String event(
      int minute,
      String account,
      String from,
      String to,
      double healthFactor,
      double debt,
      double equity) {
    return String.format(
        Locale.ROOT,
        "{\"account\":\"%s\",\"instant\":%d,\"from\":\"%s\",\"to\":\"%s\",\"healthFactor\":%s,"
            + "\"liabilities\":7.0,\"debtValue\":%s,\"equity\":%s}%n",
        account,
        NOON + minute * MINUTE,
        from,
        to,
        healthFactor,
        debt,
        equity);
  }

  private static String state(int minute, String asset, double mid) {
    return String.format(
        Locale.ROOT,
        "{\"instant\":%d,\"asset\":\"%s\",\"mid\":%s}%n",
        NOON + minute * MINUTE,
        asset,
        mid);
  }
}
