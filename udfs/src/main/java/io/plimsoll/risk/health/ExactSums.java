package io.plimsoll.risk.health;

import io.plimsoll.risk.account.Holding;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.exact.Rational;
import io.plimsoll.risk.parameters.MarginRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The sums of risk model §5 in exact arithmetic: parameters, amounts and entry prices as the
 * decimals written, prices, rates and load factors as the numbers that their doubles are.
 *
 * <p>Microseconds for an account of a few holdings, more for many perpetuals: made for what doubles
 * cannot decide, and for the figures of an event, which are rounded once, when they are shown.
 * Immutable once made. USD.
 */
public final class ExactSums {

  private final Portfolio portfolio;
  private final AssetTable assets;
  private final Rational line;
  private final List<AssetTerms> terms = new ArrayList<>();

  private Rational prudentAssets = Rational.ZERO;
  private Rational prudentLiabilities = Rational.ZERO;
  private Rational midAssets = Rational.ZERO;
  private Rational midLiabilities = Rational.ZERO;
  private Rational midEquity = Rational.ZERO;
  private Rational favourableMargin = Rational.ZERO;
  private Rational favourableEquity = Rational.ZERO;
  private Rational collateralValue = Rational.ZERO;
  private Rational debtValue = Rational.ZERO;

  ExactSums(Portfolio portfolio, AssetTable assets, Factor line) {
    this.portfolio = portfolio;
    this.assets = assets;
    this.line = line.rational();
    Rational cash = Rational.of(portfolio.cashUsd());
    prudentAssets = cash;
    addCash(cash);
    int start = 0;
    while (start < portfolio.size()) {
      int asset = portfolio.asset[start];
      int end = portfolio.endOfAsset(start);
      if (!assets.isMarked(asset)) {
        addUnmarked(asset, start, end);
      } else if (portfolio.isNetted()) {
        addNetted(asset, start, end);
      } else {
        addGross(asset, start, end);
      }
      start = end;
    }
  }

  /** A at mid. */
  public Rational assets() {
    return midAssets;
  }

  /** L at mid. */
  public Rational liabilities() {
    return midLiabilities;
  }

  /** E at mid. */
  public Rational equity() {
    return midEquity;
  }

  /** C, value of the collateral that counts, before any netting. */
  public Rational collateralValue() {
    return collateralValue;
  }

  /** D, value of the debt, before any netting. */
  public Rational debtValue() {
    return debtValue;
  }

  /** What each marked asset adds, by asset. */
  public List<AssetTerms> terms() {
    return terms;
  }

  boolean isPrudentlyBelow(Factor c) {
    return prudentAssets.isBelow(prudentLiabilities.times(c.exact()));
  }

  boolean isBelow(Factor c) {
    return midAssets.isBelow(midLiabilities.times(c.exact()));
  }

  boolean isFavourablyBelowLine() {
    return favourableMargin.signum() < 0;
  }

  boolean isFavourablyInsolvent() {
    return favourableEquity.signum() < 0;
  }

  boolean isEquityBelow(Factor h) {
    return midEquity.isBelow(midLiabilities.times(h.exact()));
  }

  private void addUnmarked(int asset, int start, int end) {
    MarginRules rules = assets.parameters(asset).margin();
    BigDecimal maintenance = rules.maintenanceMax().min(rules.maintenanceMargin());
    for (int i = start; i < end; i++) {
      Holding holding = portfolio.holdings().get(i);
      if (holding.kind().isPerpetual()) {
        Rational value = Rational.of(holding.entryValueUsd().multiply(maintenance));
        midLiabilities = midLiabilities.plus(value);
        prudentLiabilities = prudentLiabilities.plus(value);
        favourableMargin = favourableMargin.minus(line.times(value));
      }
    }
  }

  private void addGross(int asset, int start, int end) {
    Prices prices = new Prices(asset);
    AssetTerms own = new AssetTerms(asset, prices.mid);
    for (int i = start; i < end; i++) {
      Holding holding = portfolio.holdings().get(i);
      Rational n = Rational.of(holding.amount());
      if (holding.kind() == Kind.COLLATERAL) {
        Rational units = n.times(prices.exchangeRate);
        Rational weighted = units.times(threshold(i));
        prudentAssets = prudentAssets.plus(weighted.times(prices.low));
        own.add(weighted, Rational.ZERO, units);
        collateralValue = collateralValue.plus(units.times(prices.mid));
      } else if (holding.kind() == Kind.DEBT) {
        Rational units = n.times(prices.borrowIndex);
        Rational weighted = units.over(prices.borrowFactor);
        prudentLiabilities = prudentLiabilities.plus(weighted.times(prices.high));
        own.add(Rational.ZERO, weighted, units.negate());
        debtValue = debtValue.plus(units.times(prices.mid));
      } else {
        Rational entry = Rational.of(holding.entryValueUsd());
        boolean isLong = holding.kind() == Kind.LONG;
        Rational signed = isLong ? n : n.negate();
        Rational cash = isLong ? entry.negate() : entry;
        Rational maintenance = n.times(prices.maintenance);
        prudentAssets =
            prudentAssets.plus(signed.times(isLong ? prices.low : prices.high)).plus(cash);
        prudentLiabilities = prudentLiabilities.plus(maintenance.times(prices.high));
        own.add(signed, maintenance, signed);
        addCash(cash);
      }
    }
    addUnits(own, prices);
  }

  private void addNetted(int asset, int start, int end) {
    Prices prices = new Prices(asset);
    AssetTerms own = new AssetTerms(asset, prices.mid);
    Rational spot = Rational.ZERO;
    Rational perpetual = Rational.ZERO;
    Rational threshold = Rational.ZERO;
    for (int i = start; i < end; i++) {
      Holding holding = portfolio.holdings().get(i);
      Rational n = Rational.of(holding.amount());
      if (holding.kind() == Kind.COLLATERAL) {
        Rational units = n.times(prices.exchangeRate);
        spot = spot.plus(units);
        threshold = threshold(i);
        collateralValue = collateralValue.plus(units.times(prices.mid));
      } else if (holding.kind() == Kind.DEBT) {
        Rational units = n.times(prices.borrowIndex);
        spot = spot.minus(units);
        debtValue = debtValue.plus(units.times(prices.mid));
      } else {
        boolean isLong = holding.kind() == Kind.LONG;
        perpetual = isLong ? perpetual.plus(n) : perpetual.minus(n);
        Rational entry = Rational.of(holding.entryValueUsd());
        Rational cash = isLong ? entry.negate() : entry;
        prudentAssets = prudentAssets.plus(cash);
        addCash(cash);
      }
    }
    own.add(Rational.ZERO, Rational.ZERO, spot.plus(perpetual));
    if (spot.signum() * perpetual.signum() < 0) {
      Rational hedged = spot.abs().min(perpetual.abs());
      Rational haircut = hedged.times(prices.hedgeHaircut);
      prudentAssets = prudentAssets.plus(hedged.times(prices.low.minus(prices.high)));
      prudentLiabilities = prudentLiabilities.plus(haircut.times(prices.high));
      own.add(Rational.ZERO, haircut, Rational.ZERO);
      spot = spot.signum() > 0 ? spot.minus(hedged) : spot.plus(hedged);
      perpetual = perpetual.signum() > 0 ? perpetual.minus(hedged) : perpetual.plus(hedged);
    }
    if (spot.signum() > 0) {
      Rational weighted = spot.times(threshold);
      prudentAssets = prudentAssets.plus(weighted.times(prices.low));
      own.add(weighted, Rational.ZERO, Rational.ZERO);
    } else if (spot.signum() < 0) {
      Rational weighted = spot.negate().over(prices.borrowFactor);
      prudentLiabilities = prudentLiabilities.plus(weighted.times(prices.high));
      own.add(Rational.ZERO, weighted, Rational.ZERO);
    }
    Rational maintenance = perpetual.abs().times(prices.maintenance);
    prudentAssets =
        prudentAssets.plus(perpetual.times(perpetual.signum() > 0 ? prices.low : prices.high));
    prudentLiabilities = prudentLiabilities.plus(maintenance.times(prices.high));
    own.add(perpetual, maintenance, Rational.ZERO);
    own.left(spot, perpetual);
    addUnits(own, prices);
  }

  /** LT in force of a collateral. */
  public Rational threshold(int i) {
    Rational threshold = Rational.of(portfolio.threshold[i]);
    return portfolio.thresholdMoves[i]
        ? threshold.times(Rational.of(assets.loadFactor[portfolio.asset[i]]))
        : threshold;
  }

  private void addCash(Rational cash) {
    midAssets = midAssets.plus(cash);
    midEquity = midEquity.plus(cash);
    favourableMargin = favourableMargin.plus(cash);
    favourableEquity = favourableEquity.plus(cash);
  }

  private void addUnits(AssetTerms own, Prices prices) {
    terms.add(own);
    midAssets = midAssets.plus(own.assets());
    midLiabilities = midLiabilities.plus(own.liabilities());
    midEquity = midEquity.plus(own.unitsInEquity().times(prices.mid));
    Rational inMargin = own.unitsInAssets().minus(line.times(own.unitsInLiabilities()));
    favourableMargin = favourableMargin.plus(prices.favourable(inMargin));
    favourableEquity = favourableEquity.plus(prices.favourable(own.unitsInEquity()));
  }

  /** The numbers of one asset, exactly. */
  private final class Prices {
    final Rational mid;
    final Rational low;
    final Rational high;
    final Rational exchangeRate;
    final Rational borrowIndex;
    final Rational maintenance;
    final Rational borrowFactor;
    final BigDecimal hedgeHaircut;
    private final BigDecimal doubt;

    Prices(int asset) {
      MarginRules rules = assets.parameters(asset).margin();
      mid = assets.exactMid(asset);
      low = Rational.of(assets.low[asset]);
      high = Rational.of(assets.high[asset]);
      exchangeRate = assets.exactExchangeRate(asset);
      borrowIndex = assets.exactBorrowIndex(asset);
      maintenance = assets.exactMaintenance(asset);
      borrowFactor = Rational.of(rules.borrowFactor());
      hedgeHaircut = rules.hedgeHaircut();
      doubt = assets.isOk(asset) ? BigDecimal.ZERO : assets.parameters(asset).guard().doubt();
    }

    /** So many units at whichever end of the doubt is better for the account. */
    Rational favourable(Rational units) {
      BigDecimal factor =
          units.signum() >= 0
              ? BigDecimal.ONE.add(doubt)
              : BigDecimal.ONE.subtract(doubt).max(BigDecimal.ZERO);
      return units.times(mid).times(factor);
    }
  }
}
