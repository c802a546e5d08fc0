package io.plimsoll.jobs.watch;

import static io.plimsoll.jobs.Fixture.at;
import static io.plimsoll.jobs.Fixture.parameters;
import static io.plimsoll.jobs.Fixture.position;
import static io.plimsoll.risk.account.Kind.COLLATERAL;
import static io.plimsoll.risk.account.Kind.DEBT;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.metrics.Arrivals;
import io.plimsoll.jobs.metrics.CapturedMetrics;
import io.plimsoll.jobs.metrics.Metrics;
import io.plimsoll.jobs.watch.WatchOptions.Finder;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.junit.jupiter.api.Test;

class WatchMetricsTest {

  private final TestProcessingTimeService clock = new TestProcessingTimeService();
  private final CapturedMetrics metrics = new CapturedMetrics();
  private final Watching market = new Watching(parameters(), Finder.WHEEL);
  private long watermark = Long.MIN_VALUE;
  private final WatchMetrics told =
      new WatchMetrics(market.watch(), metrics.group(), clock, () -> watermark);

  @Test
  void aTriggersLatencyCountsFromItsInstantAndFromTheLastArrivalOfIt() throws Exception {
    told.arrived(at(10), at(10) + 40);
    told.arrived(at(10), at(10) + 55);
    clock.setCurrentTime(at(10) + 260);

    told.issued(at(10));

    assertThat(metrics.histogram("triggerLatencyFromInstant").getStatistics().getMax())
        .isEqualTo(260);
    assertThat(metrics.histogram("triggerLatencyFromArrival").getStatistics().getMax())
        .isEqualTo(205);
  }

  @Test
  void whatFellDueByItselfHasNoLatencyFromArrival() throws Exception {
    told.arrived(at(9), at(9));
    told.arrived(at(10), Arrivals.NONE);
    clock.setCurrentTime(at(11));

    told.issued(at(10));

    assertThat(metrics.histogram("triggerLatencyFromInstant").getCount()).isEqualTo(1);
    assertThat(metrics.histogram("triggerLatencyFromArrival").getCount()).isZero();
  }

  @Test
  void quantilesAreExact() throws Exception {
    for (int latency = 1; latency <= 1_000; latency++) {
      clock.setCurrentTime(at(0) + latency);
      told.issued(at(0));
    }
    var statistics = metrics.histogram("triggerLatencyFromInstant").getStatistics();
    assertThat(statistics.getQuantile(0.99)).isBetween(990.0, 991.0);
    assertThat(statistics.getQuantile(0.5)).isBetween(500.0, 501.0);
  }

  @Test
  void theLagOfEventTimeIsANumberBeforeTheFirstWatermarkAndAfterTheLast() throws Exception {
    clock.setCurrentTime(at(60));
    assertThat(metrics.value("eventTimeLag")).isEqualTo(Metrics.UNKNOWN);
    watermark = at(58);
    assertThat(metrics.value("eventTimeLag")).isEqualTo(2_000);
    watermark = Long.MAX_VALUE;
    assertThat(metrics.value("eventTimeLag")).isEqualTo(Metrics.UNKNOWN);
  }

  @Test
  void countsAreThoseOfTheWatch() throws Exception {
    market.price("ETH", 2000);
    market.price("USDC", 1);
    market.update(
        position(2, "alice", "ETH", COLLATERAL, "1"), position(2, "alice", "USDC", DEBT, "1500"));
    assertThat(metrics.value("level.MARGIN_CALL.accounts")).isEqualTo(1);
    assertThat(metrics.value("wheelEntries")).isPositive();
    assertThat(metrics.value("fires")).isZero();
    market.price("ETH", 1800);
    assertThat(metrics.value("level.MARGIN_CALL.accounts")).isZero();
    assertThat(metrics.value("level.LIQUIDATABLE.accounts")).isEqualTo(1);
    assertThat(metrics.value("fires")).isEqualTo(1);
    assertThat(metrics.value("judgements")).isEqualTo(market.watch().judgements()).isEqualTo(2);
  }
}
