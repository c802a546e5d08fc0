package io.plimsoll.risk.terms;

import io.plimsoll.risk.account.Holding;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.exact.Rational;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.health.AssetTerms;
import io.plimsoll.risk.health.ExactSums;
import io.plimsoll.risk.health.Portfolio;
import java.util.ArrayList;
import java.util.List;

/**
 * The legs of a portfolio, each list sorted by asset, venue and kind. An asset without a mark is
 * never one.
 *
 * @param debts what may be repaid
 * @param collaterals what may be seized
 * @param perpetuals what may be closed
 */
record Legs(List<Leg> debts, List<Leg> collaterals, List<Leg> perpetuals) {

  static Legs of(Portfolio portfolio, ExactSums sums, AssetTable assets) {
    Legs legs = new Legs(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    if (portfolio.isNetted()) {
      for (AssetTerms terms : sums.terms()) {
        legs.addLeft(terms, portfolio, assets);
      }
    } else {
      for (int i = 0; i < portfolio.size(); i++) {
        legs.addHolding(i, portfolio, assets);
      }
    }
    return legs;
  }

  private void addHolding(int i, Portfolio portfolio, AssetTable assets) {
    int asset = portfolio.asset(i);
    if (!assets.isMarked(asset)) {
      return;
    }
    Holding holding = portfolio.holdings().get(i);
    Rational units = Rational.of(holding.amount());
    add(new Leg(i, holding.venue(), asset, holding.kind(), units, Rational.ZERO), assets);
  }

  /** NETTED: what netting and hedging left, over all venues. */
  private void addLeft(AssetTerms terms, Portfolio portfolio, AssetTable assets) {
    Rational spot = terms.spotLeft();
    Rational perpetual = terms.perpetualLeft();
    int asset = terms.asset();
    if (spot.signum() > 0) {
      int holding = portfolio.indexOf(asset, Kind.COLLATERAL);
      Rational units = spot.over(assets.exactExchangeRate(asset));
      add(new Leg(holding, "", asset, Kind.COLLATERAL, units, Rational.ZERO), assets);
    } else if (spot.signum() < 0) {
      int holding = portfolio.indexOf(asset, Kind.DEBT);
      Rational units = spot.negate().over(assets.exactBorrowIndex(asset));
      add(new Leg(holding, "", asset, Kind.DEBT, units, Rational.ZERO), assets);
    }
    if (perpetual.signum() != 0) {
      Kind kind = perpetual.signum() > 0 ? Kind.LONG : Kind.SHORT;
      int holding = portfolio.indexOf(asset, kind);
      add(new Leg(holding, "", asset, kind, perpetual.abs(), Rational.ZERO), assets);
    }
  }

  private void add(Leg leg, AssetTable assets) {
    Rational worth = leg.units().times(assets.exactMid(leg.asset()));
    switch (leg.kind()) {
      case COLLATERAL ->
          collaterals.add(valued(leg, worth.times(assets.exactExchangeRate(leg.asset()))));
      case DEBT -> debts.add(valued(leg, worth.times(assets.exactBorrowIndex(leg.asset()))));
      case LONG, SHORT -> perpetuals.add(valued(leg, worth));
    }
  }

  private static Leg valued(Leg leg, Rational value) {
    return new Leg(leg.holding(), leg.venue(), leg.asset(), leg.kind(), leg.units(), value);
  }
}
