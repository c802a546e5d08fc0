package io.plimsoll.benchmarks.latency;

import io.plimsoll.benchmarks.report.Conditions;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * One job at one rate, as it is printed.
 *
 * @param benchmark which one, among the objects of others
 * @param job monitor: from a quote to its margin event; alerts, hanging: the same beside the
 *     alerts' job, whose notifier answers at once or never; empty: from a quote to itself
 * @param quotesPerSecond sent
 * @param seconds that counted
 * @param records that were timed
 * @param p50Millis of these, from when the quote was due to when the record was read
 * @param p90Millis the same
 * @param p99Millis the same
 * @param p999Millis the same
 * @param maxMillis the same
 * @param conditions under which all this holds
 */
public record LatencyReport(
    String benchmark,
    String job,
    int quotesPerSecond,
    int seconds,
    long records,
    double p50Millis,
    double p90Millis,
    double p99Millis,
    double p999Millis,
    double maxMillis,
    Conditions conditions) {

  private static final double MICROS = TimeUnit.MILLISECONDS.toMicros(1);

  /** The report of a histogram of microseconds. */
  static LatencyReport of(
      String job, int quotesPerSecond, int seconds, Histogram late, Conditions conditions) {
    return new LatencyReport(
        "latency",
        job,
        quotesPerSecond,
        seconds,
        late.getTotalCount(),
        late.getValueAtPercentile(50) / MICROS,
        late.getValueAtPercentile(90) / MICROS,
        late.getValueAtPercentile(99) / MICROS,
        late.getValueAtPercentile(99.9) / MICROS,
        late.getMaxValue() / MICROS,
        conditions);
  }
}
