package io.plimsoll.benchmarks.soak;

import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** What a count grows by in a second, from one look to the next. */
final class Rate {

  private static final double SECONDS = TimeUnit.MINUTES.toSeconds(1);

  private double lastMinute = Double.NaN;
  private double lastCount;

  /** The rate since the look before; nothing at the first. */
  OptionalDouble of(double minute, OptionalDouble count) {
    if (count.isEmpty()) {
      return count;
    }
    double grown = count.getAsDouble() - lastCount;
    double seconds = (minute - lastMinute) * SECONDS;
    lastMinute = minute;
    lastCount = count.getAsDouble();
    return Double.isNaN(seconds) ? OptionalDouble.empty() : OptionalDouble.of(grown / seconds);
  }
}
