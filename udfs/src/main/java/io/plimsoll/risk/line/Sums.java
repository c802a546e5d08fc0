package io.plimsoll.risk.line;

import io.plimsoll.risk.health.Assessment;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.health.Factor;

/** The margins that decide about levels, as weights of coordinates (risk model §§5 and 6). */
enum Sums {
  /** A⁻ − c·L⁻. */
  PRUDENT {
    @Override
    double margin(Assessment assessment, Factor c) {
      return assessment.prudentMargin(c);
    }

    @Override
    void addTo(
        AllowanceShares to, AssetWeights w, AssetTable assets, int asset, int sign, double c) {
      to.limitDoubling(asset, Price.HIGH);
      addThreshold(to, w, asset, Price.LOW, sign);
      to.add(asset, Price.HIGH, Rate.BORROW, -sign * c * w.owed, w.owedScale);
      to.add(asset, Price.LOW, Rate.NONE, sign * (w.openLong + w.hedged), w.unitsScale);
      double atHigh = w.openShort + w.hedged + c * w.haircut;
      to.add(asset, Price.HIGH, Rate.NONE, -sign * atHigh, w.unitsScale);
      to.add(asset, Price.HIGH, Rate.MAINTENANCE, -sign * c * w.open, w.unitsScale);
    }
  },

  /** A − c·L. */
  MID {
    @Override
    double margin(Assessment assessment, Factor c) {
      return assessment.midMargin(c);
    }

    @Override
    void addTo(
        AllowanceShares to, AssetWeights w, AssetTable assets, int asset, int sign, double c) {
      addMargin(to, w, asset, Price.MID, sign, c);
    }
  },

  /** A⁺ − f·L⁺: at whichever end of the doubt is better now, for it can only be the smaller. */
  FAVOURABLE {
    @Override
    double margin(Assessment assessment, Factor f) {
      return assessment.favourableMargin();
    }

    @Override
    void addTo(
        AllowanceShares to, AssetWeights w, AssetTable assets, int asset, int sign, double f) {
      Price end = w.marginUnits(assets, asset, f) >= 0 ? Price.BEST : Price.WORST;
      addMargin(to, w, asset, end, sign, f);
    }
  },

  /** E − h·L. */
  EQUITY {
    @Override
    double margin(Assessment assessment, Factor h) {
      return assessment.equityMargin(h);
    }

    @Override
    void addTo(
        AllowanceShares to, AssetWeights w, AssetTable assets, int asset, int sign, double h) {
      addEquity(to, w, asset, Price.MID, sign, h);
    }
  },

  /** E⁺, at whichever end of the doubt is better now. */
  FAVOURABLE_EQUITY {
    @Override
    double margin(Assessment assessment, Factor one) {
      return assessment.favourableEquity();
    }

    @Override
    void addTo(
        AllowanceShares to, AssetWeights w, AssetTable assets, int asset, int sign, double one) {
      double units =
          w.collateral * Rate.EXCHANGE.of(assets, asset)
              - w.debt * Rate.BORROW.of(assets, asset)
              + w.perpetual;
      addEquity(to, w, asset, units >= 0 ? Price.BEST : Price.WORST, sign, 0);
    }
  };

  /** The margin, within the assessment's error bound. */
  abstract double margin(Assessment assessment, Factor factor);

  /**
   * Adds one asset's weights.
   *
   * @param sign 1, or −1 for the negative of the margin
   * @param factor of the liabilities
   */
  abstract void addTo(
      AllowanceShares to,
      AssetWeights weights,
      AssetTable assets,
      int asset,
      int sign,
      double factor);

  private static void addThreshold(
      AllowanceShares to, AssetWeights w, int asset, Price price, int sign) {
    to.add(asset, price, Rate.THRESHOLD, sign * w.moving, w.thresholdScale);
    to.add(asset, price, Rate.EXCHANGE, sign * w.fixed, w.thresholdScale);
  }

  private static void addMargin(
      AllowanceShares to, AssetWeights w, int asset, Price price, int sign, double c) {
    to.limitDoubling(asset, price == Price.WORST ? Price.BEST : price);
    addThreshold(to, w, asset, price, sign);
    to.add(asset, price, Rate.BORROW, -sign * c * w.owed, w.owedScale);
    double plain = w.openLong - w.openShort - c * w.haircut;
    to.add(asset, price, Rate.NONE, sign * plain, w.unitsScale);
    to.add(asset, price, Rate.MAINTENANCE, -sign * c * w.open, w.unitsScale);
  }

  private static void addEquity(
      AllowanceShares to, AssetWeights w, int asset, Price price, int sign, double h) {
    to.limitDoubling(asset, price == Price.WORST ? Price.BEST : price);
    to.add(asset, price, Rate.EXCHANGE, sign * w.collateral, 0);
    to.add(asset, price, Rate.BORROW, -sign * (w.debt + h * w.owed), 0);
    to.add(asset, price, Rate.NONE, sign * (w.perpetual - h * w.haircut), w.unitsScale);
    to.add(asset, price, Rate.MAINTENANCE, -sign * h * w.open, w.unitsScale);
  }
}
