package io.plimsoll.jobs.book;

import io.plimsoll.jobs.watch.Unit;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.health.Assessment;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.health.Factor;
import io.plimsoll.risk.health.Portfolio;
import io.plimsoll.risk.line.LiquidationPrices;

/**
 * All accounts at one moment, at mid.
 *
 * @param instant epoch milliseconds
 * @param health by health factor
 * @param map by price of each asset
 */
public record BookPicture(long instant, HealthBins health, LiquidationMap map) {

  /** Looks at a book. */
  public static BookPicture of(Book book, long instant) {
    AssetTable assets = book.assets();
    HealthBins health = new HealthBins();
    LiquidationMap map = new LiquidationMap(assets);
    Assessment assessment = new Assessment(assets);
    LiquidationPrices prices = new LiquidationPrices(assets);
    book.forEach(
        instant,
        unit -> {
          assessment.assess(unit.portfolio(), Factor.ONE);
          double owed = owedUsd(unit, assessment, assets);
          health.add(assessment.approximateAssets(), assessment.approximateLiabilities(), owed);
          if (assessment.isBelow(Factor.ONE)) {
            map.addBelow(owed);
          } else {
            prices.of(assessment, (asset, price) -> map.add(asset, price, owed));
          }
        });
    return new BookPicture(instant, health, map);
  }

  /** D, or for perpetuals alone L: as the exposure of an event is. */
  private static double owedUsd(Unit unit, Assessment assessment, AssetTable assets) {
    Portfolio portfolio = unit.portfolio();
    double debt = 0;
    for (int i = 0; i < portfolio.size(); i++) {
      int asset = portfolio.asset(i);
      if (portfolio.kind(i) == Kind.DEBT && assets.isMarked(asset)) {
        debt += portfolio.amount(i) * assets.borrowIndex(asset) * assets.mid(asset);
      }
    }
    return debt > 0 ? debt : assessment.approximateLiabilities();
  }
}
