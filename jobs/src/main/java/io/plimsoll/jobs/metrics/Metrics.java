package io.plimsoll.jobs.metrics;

import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** Where metrics go, and the kinds that Flink has no ready form of. */
public final class Metrics {

  /** The group under an operator's own that holds ours, so that they are told from Flink's. */
  public static final String GROUP = "plimsoll";

  /** Nothing is known yet; what Flink's own lags say then, too. */
  public static final long UNKNOWN = -1;

  /**
   * Values that a histogram's quantiles are of: enough for forty beyond a 99th percentile, and few
   * enough to be sorted at every report.
   */
  static final int WINDOW = 4_096;

  private Metrics() {}

  /** Our group of an operator. */
  public static MetricGroup of(MetricGroup operator) {
    return operator.addGroup(GROUP);
  }

  /**
   * A histogram with exact quantiles of the last {@value #WINDOW} values. Its update allocates
   * nothing.
   */
  public static Histogram histogram(String name, MetricGroup group) {
    return group.histogram(name, new DescriptiveStatisticsHistogram(WINDOW));
  }

  /**
   * How far event time is behind the clock.
   *
   * @param now epoch milliseconds
   * @param watermark before the first one {@link Long#MIN_VALUE}, after the last {@link
   *     Long#MAX_VALUE}
   * @return milliseconds, or {@link #UNKNOWN} where event time stands nowhere
   */
  public static long lag(long now, long watermark) {
    return watermark == Long.MIN_VALUE || watermark == Long.MAX_VALUE ? UNKNOWN : now - watermark;
  }
}
