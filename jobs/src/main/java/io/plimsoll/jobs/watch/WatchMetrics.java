package io.plimsoll.jobs.watch;

import org.apache.flink.metrics.MetricGroup;

/** What the margin watch tells of itself through Flink's metrics; counts are since the start. */
final class WatchMetrics {

  private WatchMetrics() {}

  static void register(MarginWatch watch, MetricGroup group) {
    group.gauge("judgements", watch::judgements);
    group.gauge("exactJudgements", watch::exactJudgements);
    group.gauge("accountsFound", watch::found);
    group.gauge("accountsWatched", watch::watchedAccounts);
    group.gauge("finderEntries", watch::finderEntries);
    group.gauge("accountCacheMisses", watch::cacheMisses);
  }
}
