package io.plimsoll.jobs.demo;

import java.util.List;

/**
 * What somebody who opens an account sees and wants.
 *
 * @param prices of the market
 * @param minute now
 * @param chance what this account is drawn from
 */
record Market(PricePaths prices, double minute, Chance chance) {

  /** USD per unit held. */
  double worth(DemoAsset asset) {
    return prices.at(asset, minute) * PricePaths.exchangeRate(asset, minute);
  }

  /** A few owe most of it. */
  double debtUsd() {
    return Math.max(150, Math.min(40_000_000, chance.logNormal(6_000, 1.9)));
  }

  /** Most leave some room above the margin call, few a lot. */
  double health() {
    return Math.max(1.05, Math.min(4, 1.03 + chance.logNormal(0.62, 0.75)));
  }

  /** One to three assets, the large ones more often. */
  List<DemoAsset> collateral() {
    DemoAsset first = oneAsset();
    DemoAsset second = chance.happens(0.4) ? oneAsset() : first;
    DemoAsset third = chance.happens(0.15) ? oneAsset() : second;
    return List.of(first, second, third).stream().distinct().toList();
  }

  private DemoAsset oneAsset() {
    double drawn = chance.between(0, 1);
    if (drawn < 0.36) {
      return DemoAsset.ETH;
    }
    if (drawn < 0.60) {
      return DemoAsset.BTC;
    }
    if (drawn < 0.74) {
      return DemoAsset.STETH;
    }
    if (drawn < 0.86) {
      return DemoAsset.SOL;
    }
    return drawn < 0.93 ? DemoAsset.LINK : DemoAsset.AVAX;
  }
}
