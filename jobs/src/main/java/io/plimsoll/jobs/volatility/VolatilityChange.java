package io.plimsoll.jobs.volatility;

import io.plimsoll.jobs.guard.MarkChange;

/**
 * A mark with its volatility.
 *
 * @param mark after the instant
 * @param volatility σ a year, after the bar if one closes with the instant; before the first bar
 *     the reference volatility
 */
public record VolatilityChange(MarkChange mark, double volatility) {}
