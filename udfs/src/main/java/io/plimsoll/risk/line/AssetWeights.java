package io.plimsoll.risk.line;

import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.health.Portfolio;

/**
 * What a portfolio holds of one asset, as the units by which each of the asset's numbers counts in
 * A, L and E (risk model §5); after netting and hedging where the account is NETTED. Mutable
 * scratch.
 */
final class AssetWeights {

  /** In A, times x·g and times x: collateral by its threshold. */
  double moving;

  double fixed;

  /** In L, times b: debt over its borrow factor. */
  double owed;

  /** Perpetuals in A, and in L times m. */
  double open;

  double openLong;
  double openShort;

  /** NETTED: hedged units, and the share of them that is a liability. */
  double hedged;

  double haircut;

  /** In E: times x, times b, and plain. */
  double collateral;

  double debt;
  double perpetual;

  /**
   * What was subtracted to make the units above, in the same units: what is tiny beside it may be
   * rounding. 0 where nothing was.
   */
  double unitsScale;

  double thresholdScale;
  double owedScale;

  /** Takes the holdings from start to end, which are all of the asset. */
  void take(Portfolio portfolio, AssetTable assets, int asset, int start, int end) {
    clear();
    double x = assets.exchangeRate(asset);
    double b = assets.borrowIndex(asset);
    double borrowFactor = portfolio.borrowFactor(start);
    double threshold = 0;
    boolean moves = false;
    for (int i = start; i < end; i++) {
      double n = portfolio.amount(i);
      Kind kind = portfolio.kind(i);
      switch (kind) {
        case COLLATERAL -> {
          collateral += n;
          threshold = portfolio.threshold(i);
          moves = portfolio.thresholdMoves(i);
          unitsScale += n * x;
        }
        case DEBT -> {
          debt += n;
          unitsScale += n * b;
        }
        case LONG -> {
          openLong += n;
          unitsScale += n;
        }
        case SHORT -> {
          openShort += n;
          unitsScale += n;
        }
      }
    }
    perpetual = openLong - openShort;
    if (portfolio.isNetted()) {
      unitsScale = kinds() > 1 ? unitsScale : 0;
      thresholdScale = unitsScale * threshold / x;
      owedScale = unitsScale / (borrowFactor * b);
      net(assets.hedgeHaircut(asset), threshold, moves, x, b, borrowFactor);
    } else {
      unitsScale = openLong > 0 && openShort > 0 ? unitsScale : 0;
      open = openLong + openShort;
      owed = debt / borrowFactor;
      weigh(collateral * threshold, moves);
    }
  }

  /** What a dollar of the asset's price adds to {@code A − c·L}. */
  double marginUnits(AssetTable assets, int asset, double c) {
    double inAssets =
        moving * Rate.THRESHOLD.of(assets, asset)
            + fixed * Rate.EXCHANGE.of(assets, asset)
            + openLong
            - openShort;
    double inLiabilities =
        owed * Rate.BORROW.of(assets, asset) + haircut + open * Rate.MAINTENANCE.of(assets, asset);
    return inAssets - c * inLiabilities;
  }

  private void clear() {
    moving = 0;
    fixed = 0;
    owed = 0;
    openLong = 0;
    openShort = 0;
    hedged = 0;
    haircut = 0;
    collateral = 0;
    debt = 0;
    unitsScale = 0;
    thresholdScale = 0;
    owedScale = 0;
  }

  private int kinds() {
    return (collateral > 0 ? 1 : 0)
        + (debt > 0 ? 1 : 0)
        + (openLong > 0 ? 1 : 0)
        + (openShort > 0 ? 1 : 0);
  }

  private void weigh(double weighted, boolean moves) {
    if (moves) {
      moving = weighted;
    } else {
      fixed = weighted;
    }
  }

  /** As the judge does it; x and b are those of now, so a change of either asks for a judgement. */
  private void net(
      double hedgeHaircut,
      double threshold,
      boolean moves,
      double x,
      double b,
      double borrowFactor) {
    double spot = collateral * x - debt * b;
    double left = perpetual;
    if (spot * left < 0) {
      hedged = Math.min(Math.abs(spot), Math.abs(left));
      haircut = hedged * hedgeHaircut;
      spot -= Math.signum(spot) * hedged;
      left -= Math.signum(left) * hedged;
    }
    if (spot > 0) {
      weigh(spot * threshold / x, moves);
    } else {
      owed = -spot / (borrowFactor * b);
    }
    openLong = Math.max(left, 0);
    openShort = Math.max(-left, 0);
    open = Math.abs(left);
  }
}
