package io.plimsoll.benchmarks.engine;

import org.HdrHistogram.Histogram;

/**
 * How long ticks took, microseconds: from the end of the tick before to the end of this one.
 *
 * @param median half took no longer
 * @param p99 99 of 100 took no longer
 * @param max the longest
 */
public record TickTimes(double median, double p99, double max) {

  private static final double NANOS = 1_000.0;

  static TickTimes of(Histogram nanos) {
    return new TickTimes(
        nanos.getValueAtPercentile(50) / NANOS,
        nanos.getValueAtPercentile(99) / NANOS,
        nanos.getMaxValue() / NANOS);
  }
}
