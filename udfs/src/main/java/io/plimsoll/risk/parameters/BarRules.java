package io.plimsoll.risk.parameters;

import java.io.Serializable;

/**
 * Bars and the volatility taken from them (risk model §3).
 *
 * @param intervalMs Δ; a bar closes at every multiple of it since the epoch
 * @param halfLifeMs of the exponentially weighted variance
 * @param windowMs W of the realised volatility
 * @param estimator which volatility moves the load factor
 */
public record BarRules(long intervalMs, long halfLifeMs, long windowMs, Estimator estimator)
    implements Serializable {

  /** Which estimate of volatility is σ. */
  public enum Estimator {
    EWMA,
    REALISED,
    /** The larger of the two. */
    MAX
  }

  public static final BarRules DEFAULTS =
      new BarRules(60_000L, 21_600_000L, 3_600_000L, Estimator.EWMA);

  public BarRules {
    Check.positiveDuration(intervalMs, "barInterval");
    Check.positiveDuration(halfLifeMs, "halfLife");
    Check.positiveDuration(windowMs, "window");
  }
}
