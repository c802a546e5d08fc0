package io.plimsoll.jobs.summary;

import java.math.BigDecimal;

/**
 * A sum that is looked at after each whole instant: inside one it has no meaning. Exact, so that no
 * order of what is added matters. Mutable.
 */
public final class RunningSum {

  private BigDecimal sum = BigDecimal.ZERO;
  private BigDecimal peak = BigDecimal.ZERO;
  private long peakInstant;

  /** One of what is summed changes. */
  public void replace(double old, double now) {
    if (old != now) {
      sum = sum.subtract(new BigDecimal(old)).add(new BigDecimal(now));
    }
  }

  /** Looks at it. */
  public void endOfInstant(long instant) {
    if (sum.compareTo(peak) > 0) {
      peak = sum;
      peakInstant = instant;
    }
  }

  /** What it is now. */
  public double now() {
    return sum.doubleValue();
  }

  Exposure result() {
    return new Exposure(sum.doubleValue(), peak.doubleValue(), peakInstant);
  }
}
