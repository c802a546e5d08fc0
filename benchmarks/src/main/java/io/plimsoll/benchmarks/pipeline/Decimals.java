package io.plimsoll.benchmarks.pipeline;

/** Doubles as decimals of six digits after the point: a formatter would take longer than a run. */
final class Decimals {

  private static final long SCALE = 1_000_000L;

  private Decimals() {}

  /** Appends a number of at least 0 and below 9e12. */
  static void append(double value, StringBuilder to) {
    long scaled = Math.max(1, Math.round(value * SCALE)); // what was above 0 stays above it
    to.append(scaled / SCALE).append('.');
    long rest = scaled % SCALE;
    for (long tens = SCALE / 10; tens > rest && tens > 1; tens /= 10) {
      to.append('0');
    }
    to.append(rest);
  }
}
