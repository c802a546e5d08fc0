package io.plimsoll.jobs.watch;

import io.plimsoll.jobs.metrics.Arrivals;
import io.plimsoll.jobs.metrics.Metrics;
import io.plimsoll.risk.level.Level;
import java.util.function.LongSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * What the margin watch tells of itself through Flink's metrics (docs/metrics.md). Counts are since
 * the start, times in milliseconds.
 */
final class WatchMetrics {

  private final ProcessingTimeService clock;
  private final LongSupplier watermark;
  private final Arrivals arrivals = new Arrivals();
  private final Counter instants;
  private final Histogram sinceInstant;
  private final Histogram sinceArrival;

  /**
   * Registers them.
   *
   * @param clock the wall clock
   * @param watermark up to which instants are over
   */
  WatchMetrics(
      MarginWatch watch,
      MetricGroup operator,
      ProcessingTimeService clock,
      LongSupplier watermark) {
    this.clock = clock;
    this.watermark = watermark;
    MetricGroup group = Metrics.of(operator);
    group.gauge("judgements", watch::judgements);
    group.gauge("exactJudgements", watch::exactJudgements);
    group.gauge("fires", watch::found);
    group.gauge("wheelEntries", watch::finderEntries);
    group.gauge("accountsWatched", watch::watchedAccounts);
    group.gauge("accountCacheMisses", watch::cacheMisses);
    for (Level level : Level.values()) {
      group.addGroup("level", level.name()).gauge("accounts", () -> watch.accountsAt(level));
    }
    group.gauge(
        "eventTimeLag", () -> Metrics.lag(clock.getCurrentProcessingTime(), watermark.getAsLong()));
    instants = group.counter("instantsApplied");
    sinceInstant = Metrics.histogram("triggerLatencyFromInstant", group);
    sinceArrival = Metrics.histogram("triggerLatencyFromArrival", group);
  }

  /** Something came in that counts at an instant. */
  void arrived(long instant, long arrival) {
    arrivals.note(instant, arrival, watermark.getAsLong());
  }

  void applied() {
    instants.inc();
  }

  /** An event leaves the watch. */
  void issued(long instant) {
    long now = clock.getCurrentProcessingTime();
    sinceInstant.update(now - instant);
    long arrival = arrivals.of(instant);
    if (arrival != Arrivals.NONE) {
      sinceArrival.update(now - arrival);
    }
  }
}
