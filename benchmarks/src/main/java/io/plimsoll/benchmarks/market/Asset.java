package io.plimsoll.benchmarks.market;

import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.risk.mark.MarkStatus;
import java.math.BigDecimal;

/**
 * One asset of the market.
 *
 * @param name S and a number for a stablecoin, else V and a number
 * @param stable whether it hardly moves
 * @param threshold liquidation threshold
 * @param firstPrice USD
 */
public record Asset(String name, boolean stable, BigDecimal threshold, double firstPrice) {

  private static final double VOLATILE = 0.8;
  private static final double STABLE = 0.01;
  private static final double HALF_SPREAD = 0.0002; // two basis points to each side

  /** σ a year. */
  public double volatility() {
    return stable ? STABLE : VOLATILE;
  }

  /** The state of the asset at a price. */
  AssetState at(double mid, long instant) {
    return new AssetState(
        instant,
        name,
        MarkStatus.OK,
        mid,
        mid * (1 - HALF_SPREAD),
        mid * (1 + HALF_SPREAD),
        1,
        1,
        volatility(),
        1,
        false);
  }
}
