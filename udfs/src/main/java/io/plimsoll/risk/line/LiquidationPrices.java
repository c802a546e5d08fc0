package io.plimsoll.risk.line;

import io.plimsoll.risk.health.Assessment;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.health.Factor;
import io.plimsoll.risk.health.Portfolio;

/**
 * The mids at which a portfolio would stand on its line, {@code A = L}, each asset's by itself and
 * all else unchanged (risk model §7): {@code p = mid + (L − A)·mid / (A_i − L_i)}.
 *
 * <p>For pictures of many accounts: doubles, and no allocation. What an event shows is exact
 * ({@link io.plimsoll.risk.terms.Figures}). Mutable scratch; one thread.
 */
public final class LiquidationPrices {

  /** Takes one asset's price. */
  public interface Taker {

    /**
     * An asset that could bring the portfolio to its line by itself.
     *
     * @param asset id in the table
     * @param mid at which it would, USD, above 0
     */
    void take(int asset, double mid);
  }

  private final AssetTable assets;
  private final AssetWeights weights = new AssetWeights();

  public LiquidationPrices(AssetTable assets) {
    this.assets = assets;
  }

  /** The prices of an assessed portfolio, by asset. */
  public void of(Assessment assessment, Taker taker) {
    Portfolio portfolio = assessment.portfolio();
    double margin = assessment.midMargin(Factor.ONE);
    int start = 0;
    while (start < portfolio.size()) {
      int asset = portfolio.asset(start);
      int end = portfolio.endOfAsset(start);
      if (assets.isMarked(asset)) {
        weights.take(portfolio, assets, asset, start, end);
        double price = assets.mid(asset) - margin / weights.marginUnits(assets, asset, 1);
        if (price > 0 && price < Double.POSITIVE_INFINITY) {
          taker.take(asset, price);
        }
      }
      start = end;
    }
  }
}
