package io.plimsoll.jobs.summary;

import java.math.BigDecimal;

/**
 * A sum that is looked at after each whole instant: inside one it has no meaning. Exact, so that no
 * order of what is added matters. Mutable.
 */
final class RunningSum {

  private BigDecimal sum = BigDecimal.ZERO;
  private BigDecimal peak = BigDecimal.ZERO;
  private long peakInstant;

  void replace(double old, double now) {
    if (old != now) {
      sum = sum.subtract(new BigDecimal(old)).add(new BigDecimal(now));
    }
  }

  void endOfInstant(long instant) {
    if (sum.compareTo(peak) > 0) {
      peak = sum;
      peakInstant = instant;
    }
  }

  /** What it is now. */
  double now() {
    return sum.doubleValue();
  }

  Exposure result() {
    return new Exposure(sum.doubleValue(), peak.doubleValue(), peakInstant);
  }
}
