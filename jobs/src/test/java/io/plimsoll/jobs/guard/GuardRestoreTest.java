package io.plimsoll.jobs.guard;

import static io.plimsoll.jobs.Fixture.asset;
import static io.plimsoll.jobs.Fixture.at;
import static io.plimsoll.jobs.Fixture.parameters;
import static io.plimsoll.jobs.Fixture.quote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.risk.mark.MarkStatus;
import io.plimsoll.risk.parameters.GuardRules;
import io.plimsoll.risk.parameters.RiskParameters;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is over before a snapshot is over after it, whatever has changed in between. */
class GuardRestoreTest {

  private static final RiskParameters AN_HOUR = rules(3_600_000, 300_000);

  private final List<GuardHarness> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (GuardHarness guard : open) {
      guard.close();
    }
  }

  @Nested
  class WithAShorterMaxAge {

    @Test
    void aQuoteThatWouldHaveExpiredExpiresInTheFirstOpenInstant() throws Exception {
      GuardHarness guard = restore(rules(60_000, 300_000), quotedAndPast(600));
      guard.watermark(660);
      assertThat(guard.marks())
          .extracting(MarkChange::instant, MarkChange::status, MarkChange::barClose)
          .containsExactly(
              tuple(at(600) + 1, MarkStatus.STALE, false), tuple(at(660), MarkStatus.STALE, true));
    }

    @Test
    void aQuoteThatExpiresLaterDoesSoInItsOwnInstant() throws Exception {
      GuardHarness guard = restore(rules(620_000, 300_000), quotedAndPast(600)); // quoted at 10
      guard.watermark(659);
      assertThat(guard.marks())
          .extracting(MarkChange::instant, MarkChange::status)
          .containsExactly(tuple(at(630) + 1, MarkStatus.STALE));
    }

    @Test
    void everyBarClosesOnce() throws Exception {
      GuardHarness before = start();
      before.send(quote(10, "ETH", 2000));
      before.watermark(600);
      GuardHarness after = restore(rules(1, 300_000), before.snapshot());
      after.watermark(1200);
      List<Long> bars = new ArrayList<>();
      before.bars().forEach(bar -> bars.add(bar.instant()));
      after.bars().forEach(bar -> bars.add(bar.instant()));
      assertThat(bars).hasSize(20).doesNotHaveDuplicates().isSorted();
    }
  }

  @Nested
  class WithAShorterConfirmation {

    @Test
    void aClaimThatWouldHaveBeenConfirmedIsInTheFirstOpenInstant() throws Exception {
      GuardHarness before = start();
      before.send(quote(10, "ETH", 2000));
      before.send(quote(20, "ETH", 3000));
      before.watermark(50);
      GuardHarness after = restore(rules(3_600_000, 10_000), before.snapshot());
      after.watermark(59);
      assertThat(after.marks())
          .extracting(MarkChange::instant, MarkChange::status, MarkChange::mid)
          .containsExactly(tuple(at(50) + 1, MarkStatus.OK, 3000.0));
    }
  }

  @Nested
  class ARowBehindTheWatermarkOfBefore {

    @Test
    void isLate() throws Exception {
      GuardHarness guard = restore(AN_HOUR, quotedAndPast(600));
      guard.send(quote(600, "ETH", 1));
      guard.watermark(659);
      assertLate(guard);
    }

    @Test
    void isLateAfterASecondRestoreToo() throws Exception {
      OperatorSubtaskState unmoved = restore(AN_HOUR, quotedAndPast(600)).snapshot();
      GuardHarness guard = restore(AN_HOUR, unmoved);
      guard.send(quote(600, "ETH", 1));
      guard.watermark(659);
      assertLate(guard);
    }

    @Test
    void isLateForAnAssetThatWasNotHeardOf() throws Exception {
      GuardHarness guard = restore(AN_HOUR, quotedAndPast(600));
      guard.send(quote(600, "USDC", 1));
      guard.watermark(659);
      assertLate(guard);
    }

    @Test
    void isLateInASubtaskThatHoldsNothing() throws Exception {
      GuardHarness before = start();
      before.watermark(600);
      OperatorSubtaskState snapshot = before.snapshot();
      for (int subtask = 0; subtask < 2; subtask++) {
        GuardHarness guard = GuardHarness.restore(AN_HOUR, snapshot, 2, subtask);
        open.add(guard);
        guard.send(quote(600, "ETH", 1));
        guard.watermark(659);
        assertLate(guard);
      }
    }

    @Test
    void isNotLateOneMillisecondLater() throws Exception {
      GuardHarness guard = restore(AN_HOUR, quotedAndPast(600));
      guard.send(quote(600.001, "ETH", 2001));
      guard.watermark(659);
      assertThat(guard.refusals()).isEmpty();
      assertThat(guard.marks()).extracting(MarkChange::mid).containsExactly(2001.0);
    }

    private void assertLate(GuardHarness guard) {
      assertThat(guard.marks()).isEmpty();
      assertThat(guard.refusals()).extracting(Refusal::reason).containsExactly(RefusalReason.LATE);
    }
  }

  @Test
  void theEndOfOneInputIsNotTheEndOfTheNext() throws Exception {
    GuardHarness before = start();
    before.send(quote(10, "ETH", 2000));
    before.watermark(10);
    before.watermarkAt(Long.MAX_VALUE);
    GuardHarness after = restore(AN_HOUR, before.snapshot());
    after.send(quote(70, "ETH", 2001));
    after.watermark(120);
    assertThat(after.bars()).extracting(MarkChange::instant).containsExactly(at(60), at(120));
  }

  private OperatorSubtaskState quotedAndPast(double seconds) throws Exception {
    GuardHarness guard = start();
    guard.send(quote(10, "ETH", 2000));
    guard.watermark(seconds);
    return guard.snapshot();
  }

  private GuardHarness start() throws Exception {
    GuardHarness guard = GuardHarness.start(AN_HOUR);
    open.add(guard);
    return guard;
  }

  private GuardHarness restore(RiskParameters parameters, OperatorSubtaskState snapshot)
      throws Exception {
    GuardHarness guard = GuardHarness.restore(parameters, snapshot);
    open.add(guard);
    return guard;
  }

  private static RiskParameters rules(long maxAgeMs, long jumpConfirmationMs) {
    GuardRules d = GuardRules.DEFAULTS;
    GuardRules rules =
        new GuardRules(
            maxAgeMs,
            d.minSources(),
            d.maxDeviation(),
            d.confidenceMultiplier(),
            d.maxConfidence(),
            0.1,
            jumpConfirmationMs,
            d.minPrice(),
            d.maxPrice(),
            d.maxFutureMs(),
            d.doubt(),
            d.halted());
    return parameters(asset("ETH", "0.8").withGuard(rules), asset("USDC", "0.9"));
  }
}
