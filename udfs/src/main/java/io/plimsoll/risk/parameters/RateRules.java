package io.plimsoll.risk.parameters;

import java.io.Serializable;

/**
 * How far an asset's exchange rate and borrow index are believed (risk model §§1 and 5).
 *
 * @param maxRateGrowth fastest believed growth of the exchange rate, a year, or {@link #NO_LIMIT}
 * @param anchorRate rate from which growth is counted, or {@link #FIRST_TOLD}
 * @param anchorTimeMs epoch milliseconds at which the anchor rate held; of no meaning without one
 * @param maxIndexStep largest relative step between two readings of an index
 */
public record RateRules(
    double maxRateGrowth, double anchorRate, long anchorTimeMs, double maxIndexStep)
    implements Serializable {

  /** No cap on the rate. */
  public static final double NO_LIMIT = Double.POSITIVE_INFINITY;

  /** The anchor is the first rate told, at the instant it is told. */
  public static final double FIRST_TOLD = Double.NaN;

  public static final RateRules DEFAULTS = new RateRules(NO_LIMIT, FIRST_TOLD, 0L, 0.1);

  public RateRules {
    Check.that(maxRateGrowth >= 0, "maxRateGrowth", maxRateGrowth, "a number of at least 0");
    Check.that(
        Double.isNaN(anchorRate) || (anchorRate > 0 && Double.isFinite(anchorRate)),
        "anchorRate",
        anchorRate,
        "a number above 0");
    Check.notNegative(maxIndexStep, "maxIndexStep");
  }

  /** Whether the exchange rate is capped at all. */
  public boolean capped() {
    return maxRateGrowth < NO_LIMIT;
  }

  /** Whether the parameters name the anchor, rather than the first rate told. */
  public boolean anchored() {
    return !Double.isNaN(anchorRate);
  }
}
