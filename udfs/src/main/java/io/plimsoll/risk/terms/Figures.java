package io.plimsoll.risk.terms;

import io.plimsoll.risk.exact.Rational;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.health.AssetTerms;
import io.plimsoll.risk.health.ExactSums;
import io.plimsoll.risk.health.Portfolio;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The figures of an account that an event shows, each rounded once from exact sums (risk model §5
 * and §7). USD; ratios are fractions.
 *
 * @param healthFactor A / L, infinite when nothing is owed
 * @param assetsUsd A
 * @param liabilitiesUsd L
 * @param collateralValueUsd C
 * @param debtValueUsd D
 * @param equityUsd E
 * @param loanToValue D / C, NaN without collateral
 * @param liquidationPricesUsd by asset: mid at which {@code A = L}, all else unchanged
 * @param marksUsd by asset: mid
 */
public record Figures(
    double healthFactor,
    double assetsUsd,
    double liabilitiesUsd,
    double collateralValueUsd,
    double debtValueUsd,
    double equityUsd,
    double loanToValue,
    Map<String, Double> liquidationPricesUsd,
    Map<String, Double> marksUsd) {

  /** The figures of an assessed portfolio. */
  public static Figures of(Portfolio portfolio, ExactSums sums, AssetTable assets) {
    Rational a = sums.assets();
    Rational l = sums.liabilities();
    return new Figures(
        l.signum() == 0 ? infinite(a) : a.over(l).toDouble(),
        a.toDouble(),
        l.toDouble(),
        sums.collateralValue().toDouble(),
        sums.debtValue().toDouble(),
        sums.equity().toDouble(),
        sums.collateralValue().signum() == 0
            ? Double.NaN
            : sums.debtValue().over(sums.collateralValue()).toDouble(),
        liquidationPrices(sums, assets),
        marks(portfolio, assets));
  }

  private static double infinite(Rational sign) {
    return sign.signum() < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  private static Map<String, Double> liquidationPrices(ExactSums sums, AssetTable assets) {
    Map<String, Double> prices = new LinkedHashMap<>();
    Rational shortfall = sums.liabilities().minus(sums.assets());
    for (AssetTerms own : sums.terms()) {
      Rational margin = own.assets().minus(own.liabilities());
      if (margin.signum() != 0) {
        Rational price = own.mid().times(shortfall.plus(margin)).over(margin);
        if (price.signum() > 0) {
          prices.put(assets.name(own.asset()), price.toDouble());
        }
      }
    }
    return prices;
  }

  private static Map<String, Double> marks(Portfolio portfolio, AssetTable assets) {
    Map<String, Double> marks = new LinkedHashMap<>();
    for (int i = 0; i < portfolio.size(); i++) {
      int asset = portfolio.asset(i);
      if (assets.isMarked(asset)) {
        marks.put(assets.name(asset), assets.mid(asset));
      }
    }
    return marks;
  }
}
