package io.plimsoll.jobs.intake;

import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.market.Quote;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.risk.parameters.GuardRules;
import io.plimsoll.risk.parameters.RiskParameters;

/** What quotes and candles have in common: a price of an asset, within the asset's bounds. */
abstract class PriceCheck extends RowCheck {

  private static final String ABSENT_SOURCE = "";

  PriceCheck(RiskParameters parameters, Columns columns, String place) {
    super(parameters, columns, place);
  }

  final MarketEvent quote(
      long instant, int asset, int price, int source, double confidence, long sequence) {
    String name = name(asset);
    double priceUsd = number(price, "a finite number");
    if (!isWrong()) {
      judge(name, asset, priceUsd, price);
    }
    return new Quote(
        origin(false),
        instant,
        name,
        nameOr(source, ABSENT_SOURCE),
        priceUsd,
        confidence,
        sequence);
  }

  private void judge(String name, int asset, double priceUsd, int price) {
    if (!parameters.knows(name)) {
      wrong(RefusalReason.UNKNOWN_ASSET, asset, KNOWN_ASSET);
      return;
    }
    if (priceUsd <= 0) {
      wrong(RefusalReason.NON_POSITIVE, price, "a number above 0");
      return;
    }
    GuardRules bounds = parameters.asset(name).guard();
    if (priceUsd < bounds.minPrice() || priceUsd > bounds.maxPrice()) {
      wrong(
          RefusalReason.OUT_OF_BOUNDS,
          price,
          "a number from "
              + bounds.minPrice()
              + " to "
              + bounds.maxPrice()
              + ", minPrice and maxPrice of "
              + name);
    }
  }
}
