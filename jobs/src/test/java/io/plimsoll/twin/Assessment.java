package io.plimsoll.twin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A portfolio weighed against the thresholds of §6, all of it exact. */
final class Assessment {
  private final GlobalParameters global;
  private final Portfolio portfolio;
  private final Rational marginCall;
  private final Rational f;
  private final OwnTerms atMid;
  private final OwnTerms prudent;
  private final OwnTerms favourable;
  private final Rational equity;
  private final Rational favourableEquity;

  Assessment(
      GlobalParameters global,
      Portfolio portfolio,
      Rational marginCall,
      Rational f,
      Coverage coverage) {
    this.global = global;
    this.portfolio = portfolio;
    this.marginCall = marginCall;
    this.f = f;
    this.atMid = portfolio.sum(Prices.MID);
    this.prudent = portfolio.sum(Prices.PRUDENT);
    this.equity = portfolio.equity(Prices.MID);
    Map<String, Rational> forMargin = new HashMap<>();
    Map<String, Rational> forEquity = new HashMap<>();
    for (Map.Entry<String, List<Holding>> entry : portfolio.marked().entrySet()) {
      String name = entry.getKey();
      AssetState asset = entry.getValue().get(0).asset();
      if (asset.isDoubtful()) {
        Rational own = portfolio.ownTerms(name, Prices.MID).margin(f);
        coverage.hit("favourable price for A, own terms " + sign(own));
        coverage.hit(
            own.signum() < 0 && asset.parameters().doubt().compareTo(Rational.ONE) > 0,
            "favourable price 0 (doubt above 1)");
        forMargin.put(name, favourable(asset, own));
        Rational units = portfolio.units(name);
        coverage.hit("favourable price for E, own terms " + sign(units));
        forEquity.put(name, favourable(asset, units));
      }
    }
    this.favourable = portfolio.sum(Prices.of(forMargin));
    this.favourableEquity = portfolio.equity(Prices.of(forEquity));
    coverage.hit(favourable.isBelow(f) != atMid.isBelow(f), "doubt shields from liquidation");
  }

  /** The end of the doubtful range that is better for what the account has in the asset. */
  private static Rational favourable(AssetState asset, Rational ownTerms) {
    Rational doubt = asset.parameters().doubt();
    Rational factor =
        ownTerms.signum() >= 0
            ? Rational.ONE.plus(doubt)
            : Rational.ZERO.max(Rational.ONE.minus(doubt));
    return asset.mid().times(factor);
  }

  private static String sign(Rational number) {
    return number.signum() > 0 ? "above 0" : number.signum() < 0 ? "below 0" : "exactly 0";
  }

  GlobalParameters global() {
    return global;
  }

  Portfolio portfolio() {
    return portfolio;
  }

  /** A and L at mid. */
  OwnTerms atMid() {
    return atMid;
  }

  /** E at mid. */
  Rational equity() {
    return equity;
  }

  /** A⁺ &lt; f·L⁺: the question whether there is anything to liquidate. */
  boolean isLiquidatable() {
    return favourable.isBelow(f);
  }

  /** Whether HF is so low that all may be liquidated at once. */
  boolean isDeep() {
    return atMid.isBelow(global.fullLiquidationBelow());
  }

  /** The highest level whose row in the table of §6 holds. */
  Level next(Level before) {
    Level next = Level.SAFE;
    for (Level level : List.of(Level.MARGIN_CALL, Level.LIQUIDATABLE, Level.INSOLVENT)) {
      if (before.isAtLeast(level) ? !leaves(level) : enters(level)) {
        next = level;
      }
    }
    return next;
  }

  private boolean enters(Level level) {
    return switch (level) {
      case MARGIN_CALL -> prudent.isBelow(marginCall);
      case LIQUIDATABLE -> isLiquidatable();
      default -> favourableEquity.signum() < 0 && isLiquidatable();
    };
  }

  private boolean leaves(Level level) {
    Rational h = global.hysteresis();
    return switch (level) {
      case MARGIN_CALL -> !prudent.isBelow(marginCall.plus(h));
      case LIQUIDATABLE -> !atMid.isBelow(Rational.ONE.plus(h));
      default -> equity.compareTo(h.times(atMid.liabilities())) >= 0;
    };
  }

  /** Notes every comparison that is decided at equality. */
  void noteBoundaries(Level before, Coverage coverage) {
    Rational h = global.hysteresis();
    if (atMid.liabilities().signum() == 0) {
      return;
    }
    coverage.hit(
        isNearlyZero(prudent.margin(marginCall)), "boundary: A- beside c L-, too near for doubles");
    coverage.hit(
        isNearlyZero(favourable.margin(f)), "boundary: A+ beside f L+, too near for doubles");
    coverage.hit(prudent.margin(marginCall).signum() == 0, "boundary: A- = c L-");
    coverage.hit(
        before.isAtLeast(Level.MARGIN_CALL) && prudent.margin(marginCall.plus(h)).signum() == 0,
        "boundary: A- = (c+h) L-");
    coverage.hit(favourable.margin(f).signum() == 0, "boundary: A+ = f L+");
    coverage.hit(
        before.isAtLeast(Level.LIQUIDATABLE) && atMid.margin(Rational.ONE.plus(h)).signum() == 0,
        "boundary: A = (1+h) L");
    coverage.hit(isLiquidatable() && favourableEquity.signum() == 0, "boundary: E+ = 0");
    coverage.hit(
        before == Level.INSOLVENT && equity.equals(h.times(atMid.liabilities())),
        "boundary: E = h L");
    coverage.hit(
        atMid.margin(global.fullLiquidationBelow()).signum() == 0,
        "boundary: A = fullLiquidationBelow L");
  }

  private boolean isNearlyZero(Rational margin) {
    Rational error = Rational.of("1e-16").times(atMid.liabilities());
    return margin.signum() != 0 && margin.abs().below(error);
  }
}
