package io.plimsoll.risk.parameters;

import java.io.Serializable;

/**
 * How far and how fast an asset's thresholds move (risk model §4).
 *
 * @param referenceVolatility σ_ref a year, above which thresholds tighten
 * @param sensitivity κ, to volatility in excess of the reference
 * @param stressSensitivity η, to the network stress of the asset's venue
 * @param minLoadFactor gMin, in (0, 1]
 * @param tightenPerHour largest fall of g in an hour
 * @param relaxPerHour largest rise of g in an hour
 */
public record LoadFactorRules(
    double referenceVolatility,
    double sensitivity,
    double stressSensitivity,
    double minLoadFactor,
    double tightenPerHour,
    double relaxPerHour)
    implements Serializable {

  public static final LoadFactorRules DEFAULTS =
      new LoadFactorRules(0.8, 0.0, 0.0, 0.5, 0.02, 0.005);

  public LoadFactorRules {
    Check.positive(referenceVolatility, "referenceVolatility");
    Check.notNegative(sensitivity, "sensitivity");
    // Above 1 two negative factors could multiply to a relaxed target.
    Check.fraction(stressSensitivity, "stressSensitivity");
    Check.that(
        minLoadFactor > 0 && minLoadFactor <= 1,
        "minLoadFactor",
        minLoadFactor,
        "a number above 0 and at most 1");
    Check.notNegative(tightenPerHour, "tightenPerHour");
    Check.notNegative(relaxPerHour, "relaxPerHour");
  }
}
