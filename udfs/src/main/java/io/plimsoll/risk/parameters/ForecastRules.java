package io.plimsoll.risk.parameters;

import java.io.Serializable;

/**
 * What is looked for ahead of a breach (risk model §§8–10): accepted and checked here, read by the
 * stages that follow the margin watch.
 *
 * @param depthWindowMs window of the depth limit
 * @param criticalHealthFactor trigger below which the depth limit is passed, or {@link #ABSENT}
 * @param horizonMs T
 * @param stressDeviations q
 * @param alertProbability breach probability that issues a forecast
 * @param recoveryRatio system ratio of recovery mode, or {@link #ABSENT}
 * @param recoveryTightening load factor target in recovery mode, as a multiple
 */
public record ForecastRules(
    long depthWindowMs,
    double criticalHealthFactor,
    long horizonMs,
    double stressDeviations,
    double alertProbability,
    double recoveryRatio,
    double recoveryTightening)
    implements Serializable {

  /** Not given: every comparison "below it" is false. */
  public static final double ABSENT = 0.0;

  public static final ForecastRules DEFAULTS =
      new ForecastRules(3_600_000L, ABSENT, 3_600_000L, 3.0, 0.05, ABSENT, 0.9);

  public ForecastRules {
    Check.positiveDuration(depthWindowMs, "depthWindow");
    Check.notNegative(criticalHealthFactor, "criticalHealthFactor");
    Check.positiveDuration(horizonMs, "horizon");
    Check.notNegative(stressDeviations, "stressDeviations");
    Check.fraction(alertProbability, "alertProbability");
    Check.notNegative(recoveryRatio, "recoveryRatio");
    Check.that(
        recoveryTightening > 0 && recoveryTightening <= 1,
        "recoveryTightening",
        recoveryTightening,
        "a number above 0 and at most 1");
  }
}
