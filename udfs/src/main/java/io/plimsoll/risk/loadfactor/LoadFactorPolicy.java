package io.plimsoll.risk.loadfactor;

import io.plimsoll.risk.parameters.LoadFactorRules;

/** Steps an asset's load factor at a bar close (risk model §4). */
public final class LoadFactorPolicy {

  /** At rest. */
  public static final double AT_REST = 1.0;

  private static final double HOUR_MS = 3_600_000.0;

  private LoadFactorPolicy() {}

  /**
   * The load factor after a bar.
   *
   * @param loadFactor g before it
   * @param volatility σ a year, after the bar
   * @param stress of the asset's venue, 0 to 1
   * @param ok whether the mark is OK; else g does not rise
   * @param barMs Δ, milliseconds
   * @return g in [gMin, 1]
   */
  public static double step(
      LoadFactorRules rules,
      double loadFactor,
      double volatility,
      double stress,
      boolean ok,
      long barMs) {
    double hours = barMs / HOUR_MS;
    double target = target(rules, volatility, stress);
    double lowest = loadFactor - rules.tightenPerHour() * hours;
    double highest = loadFactor + rules.relaxPerHour() * hours;
    double stepped = Math.max(lowest, Math.min(highest, target));
    return ok ? stepped : Math.min(loadFactor, stepped);
  }

  private static double target(LoadFactorRules rules, double volatility, double stress) {
    double ratio = Math.min(volatility / rules.referenceVolatility(), Double.MAX_VALUE);
    double ofVolatility = Math.max(0, 1 - rules.sensitivity() * Math.max(0, ratio - 1));
    double ofStress = 1 - rules.stressSensitivity() * stress;
    return Math.max(rules.minLoadFactor(), ofVolatility * ofStress);
  }
}
