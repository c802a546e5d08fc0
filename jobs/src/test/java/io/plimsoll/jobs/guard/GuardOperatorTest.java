package io.plimsoll.jobs.guard;

import static io.plimsoll.jobs.Fixture.T0;
import static io.plimsoll.jobs.Fixture.at;
import static io.plimsoll.jobs.Fixture.parameters;
import static io.plimsoll.jobs.Fixture.quote;
import static io.plimsoll.jobs.Fixture.rate;
import static io.plimsoll.jobs.Fixture.stress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.market.Quote;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.risk.mark.MarkStatus;
import io.plimsoll.risk.parameters.RiskParameters;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GuardOperatorTest {

  private static final RiskParameters TWO_ASSETS = parameters();

  private final List<GuardHarness> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (GuardHarness guard : open) {
      guard.close();
    }
  }

  @Nested
  class Instants {

    @Test
    void waitForTheWatermark() throws Exception {
      GuardHarness guard = start();
      guard.send(quote(10, "ETH", 2000));
      guard.watermark(9.999);
      assertThat(guard.marks()).isEmpty();
      guard.watermark(10);
      assertThat(guard.marks()).extracting(MarkChange::mid).containsExactly(2000.0);
    }

    @Test
    void areAppliedInOrderOfTimeWhateverTheOrderOfArrival() throws Exception {
      GuardHarness guard = start();
      guard.send(quote(20, "ETH", 2002));
      guard.send(quote(10, "ETH", 2001));
      guard.watermark(30);
      assertThat(guard.marks()).extracting(MarkChange::mid).containsExactly(2001.0, 2002.0);
    }

    @Test
    void deriveOnceForAllTheirQuotes() throws Exception {
      GuardHarness guard = start();
      guard.send(quote(10, "ETH", "a", 2000, 1));
      guard.send(quote(10, "ETH", "b", 2010, 1));
      guard.watermark(10);
      assertThat(guard.marks()).extracting(MarkChange::mid).containsExactly(2005.0);
    }

    @Test
    void letTheHigherSequenceOfASourceWin() throws Exception {
      GuardHarness guard = start();
      guard.send(quote(10, "ETH", "a", 2001, 7));
      guard.send(quote(10, "ETH", "a", 2002, 6));
      guard.send(quote(10, "ETH", "a", 2003, Long.MIN_VALUE));
      guard.watermark(10);
      assertThat(guard.marks()).extracting(MarkChange::mid).containsExactly(2001.0);
    }

    @Test
    void letTheLastInFileOrderWinWithoutSequences() throws Exception {
      Quote first = quote(10, "ETH", 2001);
      Quote last = quote(10, "ETH", 2002);
      GuardHarness guard = start();
      guard.send(last);
      guard.send(first);
      guard.watermark(10);
      assertThat(guard.marks()).extracting(MarkChange::mid).containsExactly(2002.0);
    }

    @Test
    void ofAnotherAssetAreNoneOfThisOne() throws Exception {
      GuardHarness guard = start();
      guard.send(quote(10, "ETH", 2000));
      guard.send(quote(20, "USDC", 1));
      guard.watermark(20);
      assertThat(guard.marks()).extracting(MarkChange::asset).containsExactly("ETH", "USDC");
    }
  }

  @Nested
  class WhatFallsDue {

    @Test
    void isStalenessOneMillisecondAfterMaxAge() throws Exception {
      GuardHarness guard = start();
      guard.send(quote(0.001, "ETH", 2000));
      guard.watermark(3600.001);
      assertThat(guard.marks()).extracting(MarkChange::status).containsOnly(MarkStatus.OK);
      guard.watermark(3600.002);
      MarkChange last = guard.marks().get(guard.marks().size() - 1);
      assertThat(last.status()).isEqualTo(MarkStatus.STALE);
      assertThat(last.instant()).isEqualTo(T0 + 1 + 3_600_000 + 1);
      assertThat(last.mid()).isEqualTo(2000.0);
    }

    @Test
    void isABarAtEveryMultipleOfTheInterval() throws Exception {
      GuardHarness guard = start();
      guard.send(quote(10, "ETH", 2000));
      guard.send(quote(60, "ETH", 2001));
      guard.watermark(180);
      assertThat(guard.bars())
          .extracting(MarkChange::instant, MarkChange::mid)
          .containsExactly(tuple(at(60), 2001.0), tuple(at(120), 2001.0), tuple(at(180), 2001.0));
    }

    @Test
    void isNothingAtTheEndOfBoundedInput() throws Exception {
      GuardHarness guard = start();
      guard.send(quote(10, "ETH", 2000));
      guard.watermark(10);
      int before = guard.marks().size();
      guard.watermarkAt(Long.MAX_VALUE);
      assertThat(guard.marks()).hasSize(before);
    }

    @Test
    void isNothingBeforeAFirstMark() throws Exception {
      GuardHarness guard = start();
      guard.send(stress(10, "main", 0.5));
      guard.watermark(600);
      assertThat(guard.marks()).isEmpty();
    }
  }

  @Nested
  class Refuses {

    @Test
    void whatComesAfterItsInstantIsOver() throws Exception {
      GuardHarness guard = start();
      guard.watermark(20);
      guard.send(quote(20, "ETH", 2000));
      guard.watermark(30);
      assertThat(guard.marks()).isEmpty();
      assertThat(guard.refusals()).extracting(Refusal::reason).containsExactly(RefusalReason.LATE);
    }

    @Test
    void anIndexThatStepsTooFarAndKeepsTheOneBefore() throws Exception {
      GuardHarness guard = start();
      guard.send(quote(10, "ETH", 2000));
      guard.send(rate(11, "ETH", 1.0));
      guard.send(rate(12, "ETH", 1.2));
      guard.send(rate(13, "ETH", 1.05));
      guard.watermark(20);
      assertThat(guard.refusals())
          .extracting(Refusal::reason)
          .containsExactly(RefusalReason.OUT_OF_BOUNDS);
      assertThat(guard.marks()).extracting(MarkChange::exchangeRate).containsExactly(1.0, 1.05);
    }
  }

  @Nested
  class State {

    @Test
    void survivesARestart() throws Exception {
      List<MarketEvent> events = aDayOfQuotes();
      GuardHarness undisturbed = start();
      for (MarketEvent event : events) {
        undisturbed.send(event);
        undisturbed.watermark((event.instant() - T0) / 1000.0 - 5);
      }
      undisturbed.watermark(90_000);

      GuardHarness before = start();
      List<MarkChange> all = new ArrayList<>();
      for (MarketEvent event : events.subList(0, 500)) {
        before.send(event);
        before.watermark((event.instant() - T0) / 1000.0 - 5);
      }
      OperatorSubtaskState snapshot = before.snapshot();
      all.addAll(before.marks());
      GuardHarness after = restore(snapshot, 1, 0);
      for (MarketEvent event : events.subList(500, events.size())) {
        after.send(event);
        after.watermark((event.instant() - T0) / 1000.0 - 5);
      }
      after.watermark(90_000);
      all.addAll(after.marks());
      assertThat(all).isEqualTo(undisturbed.marks());
    }

    @Test
    void movesWithItsAssetWhenTheParallelismChanges() throws Exception {
      GuardHarness one = start();
      one.send(quote(10, "ETH", 2000));
      one.send(quote(10, "USDC", 1));
      one.watermark(10);
      one.send(quote(70, "ETH", 2100)); // waits for its instant across the rescale
      OperatorSubtaskState snapshot = one.snapshot();
      List<MarkChange> bars = new ArrayList<>();
      for (int subtask = 0; subtask < 2; subtask++) {
        GuardHarness part = restore(snapshot, 2, subtask);
        part.watermark(120);
        bars.addAll(part.bars());
      }
      assertThat(bars)
          .extracting(MarkChange::asset, MarkChange::instant, MarkChange::mid)
          .containsExactlyInAnyOrder(
              tuple("ETH", at(60), 2000.0),
              tuple("ETH", at(120), 2100.0),
              tuple("USDC", at(60), 1.0),
              tuple("USDC", at(120), 1.0));
    }

    @Test
    void holdsNoReadingThatWasApplied() throws Exception {
      GuardHarness guard = start();
      for (int i = 1; i <= 1000; i++) {
        guard.send(quote(i, "ETH", 2000 + i % 7));
      }
      guard.watermark(1000);
      int full = bytes(guard.snapshot());
      GuardHarness fresh = start();
      fresh.send(quote(1000, "ETH", 2000));
      fresh.watermark(1000);
      assertThat(full).isLessThanOrEqualTo(bytes(fresh.snapshot()) + 64);
    }

    private int bytes(OperatorSubtaskState snapshot) {
      return Math.toIntExact(snapshot.getStateSize());
    }

    private List<MarketEvent> aDayOfQuotes() {
      List<MarketEvent> events = new ArrayList<>();
      for (int i = 1; i <= 1000; i++) {
        double seconds = i * 80;
        events.add(quote(seconds, "ETH", 2000 + 10 * Math.sin(i)));
        if (i % 50 == 0) {
          events.add(stress(seconds, "main", i / 1000.0));
        }
      }
      return events;
    }
  }

  private GuardHarness start() throws Exception {
    GuardHarness guard = GuardHarness.start(TWO_ASSETS);
    open.add(guard);
    return guard;
  }

  private GuardHarness restore(OperatorSubtaskState snapshot, int parallelism, int subtask)
      throws Exception {
    GuardHarness guard = GuardHarness.restore(TWO_ASSETS, snapshot, parallelism, subtask);
    open.add(guard);
    return guard;
  }
}
