package io.plimsoll.risk.parameters;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What the oracle guard believes of an asset's quotes (risk model §2).
 *
 * @param maxAgeMs a quote older than this is not fresh
 * @param minSources fresh sources needed, at least 1
 * @param maxDeviation relative distance from the median at which a source is dropped
 * @param confidenceMultiplier from a told confidence to the half-width of the mark
 * @param maxConfidence half-width over median above which the asset is disputed
 * @param maxJump relative jump of the median that needs confirmation, or {@link #NO_LIMIT}
 * @param jumpConfirmationMs how long a jump must stand before it is believed
 * @param minPrice lowest price accepted, USD
 * @param maxPrice highest price accepted, USD, or {@link #NO_LIMIT}
 * @param maxFutureMs live: how far a quote may run ahead of the watermark
 * @param doubt relative half-width of the price taken while the asset is not OK, 0 to 10
 * @param halted the asset's status is HALTED whatever its quotes say
 */
public record GuardRules(
    long maxAgeMs,
    int minSources,
    double maxDeviation,
    double confidenceMultiplier,
    double maxConfidence,
    double maxJump,
    long jumpConfirmationMs,
    double minPrice,
    double maxPrice,
    long maxFutureMs,
    BigDecimal doubt,
    boolean halted)
    implements Serializable {

  /** No limit: every comparison "above the limit" is false. */
  public static final double NO_LIMIT = Double.POSITIVE_INFINITY;

  // Before DEFAULTS, whose constructor checks against it.
  private static final BigDecimal MAX_DOUBT = BigDecimal.TEN;

  public static final GuardRules DEFAULTS =
      new GuardRules(
          3_600_000L, // an hour
          1,
          0.02,
          1.0,
          0.05,
          NO_LIMIT,
          300_000L,
          0.0,
          NO_LIMIT,
          10_000L,
          new BigDecimal("0.25"),
          false);

  public GuardRules {
    Check.duration(maxAgeMs, "maxAge");
    Check.that(minSources >= 1, "minSources", minSources, "a whole number of at least 1");
    Check.notNegative(maxDeviation, "maxDeviation");
    Check.notNegative(confidenceMultiplier, "confidenceMultiplier");
    Check.notNegative(maxConfidence, "maxConfidence");
    Check.that(maxJump > 0, "maxJump", maxJump, "a number above 0");
    Check.duration(jumpConfirmationMs, "jumpConfirmation");
    Check.notNegative(minPrice, "minPrice");
    Check.that(maxPrice > 0, "maxPrice", maxPrice, "a number above 0");
    Check.that(maxPrice >= minPrice, "maxPrice", maxPrice, "a number of at least minPrice");
    Check.duration(maxFutureMs, "maxFuture");
    Check.between(BigDecimal.ZERO, doubt, MAX_DOUBT, "doubt");
  }
}
