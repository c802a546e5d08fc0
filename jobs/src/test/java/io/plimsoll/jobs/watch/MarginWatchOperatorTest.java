package io.plimsoll.jobs.watch;

import static io.plimsoll.jobs.Fixture.at;
import static io.plimsoll.jobs.Fixture.parameters;
import static io.plimsoll.jobs.Fixture.position;
import static io.plimsoll.jobs.Fixture.settings;
import static io.plimsoll.jobs.Fixture.status;
import static io.plimsoll.risk.account.Kind.COLLATERAL;
import static io.plimsoll.risk.account.Kind.DEBT;
import static io.plimsoll.risk.level.Level.LIQUIDATABLE;
import static io.plimsoll.risk.level.Level.MARGIN_CALL;
import static io.plimsoll.risk.level.Level.SAFE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.jobs.market.VenueStatus;
import io.plimsoll.jobs.watch.WatchOptions.Finder;
import io.plimsoll.risk.account.Mode;
import io.plimsoll.risk.account.Settings;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.mark.MarkStatus;
import io.plimsoll.risk.terms.SpotTerms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** ETH at 2000 with threshold 0.8: one ETH carries a debt of up to 1600 USDC. */
@ParameterizedClass(name = "{0}")
@EnumSource(Finder.class)
class MarginWatchOperatorTest {

  @Parameter private Finder finder;

  private WatchHarness watch;

  @BeforeEach
  void start() throws Exception {
    watch = WatchHarness.start(parameters(), finder);
  }

  @AfterEach
  void close() throws Exception {
    watch.close();
  }

  private static AccountUpdate[] loan(double seconds, String account, String debt) {
    return new AccountUpdate[] {
      position(seconds, account, "ETH", COLLATERAL, "1"),
      position(seconds, account, "USDC", DEBT, debt)
    };
  }

  private WatchHarness priced() throws Exception {
    return watch.price(0, "ETH", 2000).price(0, "USDC", 1);
  }

  private void assertLevels(Level... to) {
    assertThat(watch.events()).extracting(MarginEvent::to).containsExactly(to);
  }

  @Nested
  class AnInstant {

    @Test
    void isJudgedOnceAfterAllOfItHasBeenApplied() throws Exception {
      // Before the second row the account owes nothing, before the first it has nothing.
      priced().send(loan(10, "alice", "1700")).watermark(10);
      assertThat(watch.events())
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.from()).isEqualTo(SAFE);
                assertThat(event.to()).isEqualTo(LIQUIDATABLE);
                assertThat(event.figures().healthFactor()).isEqualTo(1600.0 / 1700.0);
              });
    }

    @Test
    void waitsForBothInputs() throws Exception {
      priced().send(loan(10, "alice", "1700")).watermarkOfAccounts(10);
      assertLevels();
      watch.watermark(10);
      assertLevels(LIQUIDATABLE);
    }

    @Test
    void appliesPricesBeforePositions() throws Exception {
      priced().watermark(5);
      watch.send(loan(10, "alice", "1700")).price(10, "ETH", 3000).watermark(10);
      assertLevels();
    }

    @Test
    void inOrderOfTimeWhateverTheOrderOfArrival() throws Exception {
      priced().send(loan(10, "alice", "1400"));
      watch.price(30, "ETH", 1000).price(20, "ETH", 1800).watermark(40);
      assertThat(watch.events()).extracting(MarginEvent::instant).containsExactly(at(20), at(30));
    }

    @Test
    void hasAnIdThatDependsOnNothingElse() throws Exception {
      priced().send(loan(10, "alice", "1700")).watermark(10);
      assertThat(watch.events())
          .extracting(MarginEvent::id)
          .containsExactly(MarginEvent.id("alice", at(10), LIQUIDATABLE));
    }
  }

  @Nested
  class ALevel {

    @Test
    void isLeftAboveTheLineItWasEnteredAt() throws Exception {
      priced().send(loan(1, "alice", "1450")).watermark(1); // 1.103
      watch.price(2, "ETH", 1990).watermark(2); // 1.098
      assertLevels(MARGIN_CALL);
      watch.price(3, "ETH", 2000).watermark(3);
      assertLevels();
      watch.price(4, "ETH", 2031).watermark(4); // 1.1206
      assertLevels(SAFE);
    }

    @Test
    void survivesAChangeOfSettings() throws Exception {
      priced().send(loan(1, "alice", "1450")).price(2, "ETH", 1990).watermark(2);
      assertLevels(MARGIN_CALL);
      watch.send(settings(3, "alice", new Settings(Mode.NETTED, "", BigDecimal.ZERO))).watermark(3);
      assertLevels();
    }

    @Test
    void isHeldByEachVenueOfAnIsolatedAccount() throws Exception {
      priced();
      watch.send(settings(1, "alice", new Settings(Mode.ISOLATED, "", BigDecimal.ZERO)));
      watch.send(loan(1, "alice", "1700")).watermark(1);
      assertThat(watch.events()).extracting(MarginEvent::account).containsExactly("alice/main");
    }

    @Test
    void isSafeWithoutHoldings() throws Exception {
      priced().send(loan(1, "alice", "1700")).watermark(1);
      watch
          .send(
              position(2, "alice", "ETH", COLLATERAL, "0"), position(2, "alice", "USDC", DEBT, "0"))
          .watermark(2);
      assertLevels(LIQUIDATABLE, SAFE);
    }

    @Test
    void atLiquidatableIsToldAgainWhenAHoldingChanges() throws Exception {
      priced().send(loan(1, "alice", "1650")).watermark(1);
      watch.send(position(2, "alice", "USDC", DEBT, "1640")).watermark(2);
      watch.send(position(3, "alice", "USDC", DEBT, "1640.0")).watermark(3); // no change
      assertThat(watch.events())
          .extracting(MarginEvent::instant, MarginEvent::from)
          .containsExactly(tuple(at(1), SAFE), tuple(at(2), LIQUIDATABLE));
    }

    @Test
    void comesWithTermsThatRestoreTheTarget() throws Exception {
      priced().send(loan(1, "alice", "1610")).watermark(1);
      assertThat(watch.events())
          .singleElement()
          .satisfies(
              event ->
                  assertThat(event.terms())
                      .isInstanceOfSatisfying(
                          SpotTerms.class,
                          terms -> assertThat(terms.healthFactorAfter()).isEqualTo(1.05)));
    }
  }

  @Nested
  class DoubtAndGrace {

    @Test
    void giveTheBenefitToTheAccountAndAreNamed() throws Exception {
      priced().send(loan(1, "alice", "1700")).price(1, "ETH", 2000, MarkStatus.STALE).watermark(1);
      assertThat(watch.events())
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.to()).isEqualTo(MARGIN_CALL);
                assertThat(event.doubts()).containsExactly("ETH");
              });
      watch.price(2, "ETH", 2000).watermark(2);
      assertLevels(LIQUIDATABLE);
    }

    @Test
    void lastFromDownToTheEndOfGrace() throws Exception {
      priced().tell(status(0, "main", VenueStatus.DOWN));
      watch.send(loan(1, "alice", "1650")).watermark(1); // 0.9697, above the grace line
      watch.tell(status(100, "main", VenueStatus.UP)).watermark(3699.999);
      assertThat(watch.events())
          .singleElement()
          .satisfies(event -> assertThat(event.doubts()).containsExactly("venue main"));
      watch.watermark(3700);
      assertThat(watch.events())
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.instant()).isEqualTo(at(3700));
                assertThat(event.to()).isEqualTo(LIQUIDATABLE);
              });
    }
  }

  @Nested
  class WaitingForAFirstMark {

    @Test
    void endsWithTheMark() throws Exception {
      watch.price(0, "USDC", 1).send(loan(10, "alice", "1700")).watermark(100);
      assertLevels();
      watch.price(200, "ETH", 2000).watermark(200);
      assertLevels(LIQUIDATABLE);
    }

    @Test
    void endsOneMillisecondAfterMaxAge() throws Exception {
      watch.price(0, "USDC", 1).send(loan(10, "alice", "1700")).watermark(3610);
      assertLevels();
      watch.watermark(3610.001);
      assertThat(watch.events())
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.instant()).isEqualTo(at(3610.001));
                assertThat(event.doubts()).containsExactly("ETH");
              });
    }

    @Test
    void isNotBegunAnewByABuyerWhoSold() throws Exception {
      watch.price(0, "USDC", 1).send(loan(10, "alice", "1700")).watermark(10);
      watch.send(position(1000, "alice", "ETH", COLLATERAL, "0"));
      watch.send(position(2000, "alice", "ETH", COLLATERAL, "5")).watermark(3610.001);
      assertThat(watch.events())
          .extracting(MarginEvent::instant)
          .containsExactly(at(1000), at(3610.001));
    }

    @Test
    void fallsDueNoMoreAtTheEndOfBoundedInput() throws Exception {
      watch.price(0, "USDC", 1).send(loan(10, "alice", "1700")).watermark(10);
      watch.watermarkAt(Long.MAX_VALUE);
      assertLevels();
    }
  }

  @Nested
  class LateAndRepeatedUpdates {

    @Test
    void countAtTheirInstantAndNotAtTheirOwnTime() throws Exception {
      priced().send(position(1, "alice", "ETH", COLLATERAL, "1"));
      watch.send(position(20, 5, "alice", "USDC", DEBT, "1700", Origin.NO_SEQUENCE)).watermark(20);
      assertThat(watch.events()).extracting(MarginEvent::instant).containsExactly(at(20));
    }

    @Test
    void areRefusedBelowTheSequenceApplied() throws Exception {
      priced().send(position(1, "alice", "ETH", COLLATERAL, "1"));
      watch.send(position(2, 2, "alice", "USDC", DEBT, "100", 7)).watermark(2);
      watch.send(position(3, 3, "alice", "USDC", DEBT, "1700", 7)).watermark(3);
      watch.send(position(4, 4, "alice", "USDC", DEBT, "1700", 6)).watermark(4);
      assertLevels();
      assertThat(watch.refusals())
          .extracting(Refusal::reason)
          .containsExactly(RefusalReason.SUPERSEDED, RefusalReason.SUPERSEDED);
    }

    @Test
    void areRefusedBelowTheSequenceOfARemovedPosition() throws Exception {
      priced().send(position(1, "alice", "ETH", COLLATERAL, "1"));
      watch.send(position(2, 2, "alice", "USDC", DEBT, "0", 7)).watermark(2);
      watch.send(position(3, 3, "alice", "USDC", DEBT, "1700", 7)).watermark(3);
      assertLevels();
      assertThat(watch.refusals()).hasSize(1);
    }

    @Test
    void areRefusedWhenOlderThanTheRowLastApplied() throws Exception {
      priced().send(position(1, "alice", "ETH", COLLATERAL, "1"));
      watch.send(position(10, "alice", "USDC", DEBT, "100")).watermark(10);
      watch.send(position(20, 9, "alice", "USDC", DEBT, "1700", Origin.NO_SEQUENCE)).watermark(20);
      assertLevels();
      assertThat(watch.refusals()).hasSize(1);
    }

    @Test
    void leaveTheHighestSequenceOfAnInstantWhateverTheOrder() throws Exception {
      priced().send(position(1, "alice", "ETH", COLLATERAL, "1"));
      watch.send(position(2, 2, "alice", "USDC", DEBT, "1700", 9));
      watch.send(position(2, 2, "alice", "USDC", DEBT, "100", 8));
      watch.send(position(2, 2, "alice", "USDC", DEBT, "200", Origin.NO_SEQUENCE)).watermark(2);
      assertLevels(LIQUIDATABLE);
      assertThat(watch.refusals()).isEmpty();
    }

    @Test
    void changeNothingWhenTheyComeTwice() throws Exception {
      PositionUpdate debt = position(2, 2, "alice", "USDC", DEBT, "1700", 9);
      priced().send(position(1, "alice", "ETH", COLLATERAL, "1")).send(debt, debt).watermark(2);
      assertLevels(LIQUIDATABLE);
    }
  }

  @Nested
  class State {

    /** Many accounts through a random walk: what is said must not depend on how it is run. */
    @Test
    void survivesARestartAndARescaleInTheMiddle() throws Exception {
      long seed = Long.getLong("plimsoll.seed", 20261123L);
      WatchHarness one = WatchHarness.start(parameters(), finder);
      walk(List.of(one), seed, 0, 400);
      List<MarginEvent> undisturbed = one.events();
      one.close();

      WatchHarness before = WatchHarness.start(parameters(), finder);
      walk(List.of(before), seed, 0, 200);
      List<MarginEvent> disturbed = new ArrayList<>(before.events());
      OperatorSubtaskState snapshot = before.snapshot();
      before.close();
      List<WatchHarness> three = new ArrayList<>();
      for (int subtask = 0; subtask < 3; subtask++) {
        three.add(WatchHarness.restore(parameters(), finder, snapshot, 1, 3, subtask));
      }
      walk(three, seed, 200, 400);
      for (WatchHarness part : three) {
        disturbed.addAll(part.events());
        part.close();
      }
      assertThat(undisturbed).as("seed %d", seed).hasSizeGreaterThan(100);
      assertThat(sorted(disturbed)).as("seed %d", seed).isEqualTo(sorted(undisturbed));
    }

    @Test
    void holdsOneEntryAnAccount() throws Exception {
      priced();
      for (int i = 0; i < 100; i++) {
        watch.send(loan(1, "account-" + i, "100"));
      }
      watch.watermark(1);
      assertThat(watch.keyedEntries()).isEqualTo(100);
    }

    private List<MarginEvent> sorted(List<MarginEvent> events) {
      return events.stream()
          .sorted(
              Comparator.comparingLong(MarginEvent::instant).thenComparing(MarginEvent::account))
          .toList();
    }

    /** Steps {@code [from, to)}; what is sent in a step is applied two steps later. */
    private void walk(List<WatchHarness> subtasks, long seed, int from, int to) throws Exception {
      SplittableRandom random = new SplittableRandom(seed);
      double price = 2000;
      for (int step = 0; step < to; step++) {
        price *= Math.exp(0.02 * (random.nextDouble() - 0.5));
        String account = "account-" + random.nextInt(40);
        String debt = String.valueOf(1200 + random.nextInt(500));
        boolean down = random.nextInt(40) == 0;
        MarkStatus status = random.nextInt(10) == 0 ? MarkStatus.DISPUTED : MarkStatus.OK;
        if (step >= from) {
          for (WatchHarness subtask : subtasks) {
            subtask.price(step * 60, "ETH", price, status);
            if (step > 30) { // until then accounts wait for it
              subtask.price(step * 60, "USDC", 1);
            }
            subtask.tell(status(step * 60, "main", down ? VenueStatus.DOWN : VenueStatus.UP));
          }
          owner(subtasks, account).send(loan(step * 60, account, debt));
          for (WatchHarness subtask : subtasks) {
            subtask.watermark((step - 2) * 60);
          }
        }
      }
    }

    private WatchHarness owner(List<WatchHarness> subtasks, String account) {
      int index =
          KeyGroupRangeAssignment.assignKeyToParallelOperator(
              account, WatchHarness.MAX_PARALLELISM, subtasks.size());
      return subtasks.get(index);
    }
  }
}
