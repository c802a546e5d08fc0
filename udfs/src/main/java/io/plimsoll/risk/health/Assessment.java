package io.plimsoll.risk.health;

import io.plimsoll.risk.account.Kind;

/**
 * One portfolio judged against the market as it stands (risk model §5).
 *
 * <p>The sums are doubles. Every comparison first asks whether the double is further from the line
 * than it can be wrong; only if it is not, the exact sums are made, once, and decide. So a decision
 * is always that of exact arithmetic, and almost always at the price of the doubles.
 *
 * <p><b>The bound.</b> With u = 2⁻⁵³, M the sum over all holdings of the magnitude of the largest
 * value they can add to any sum, and N holdings: a term takes at most 10 roundings (the decimals to
 * doubles, the factors, the price), a sum at most 2N additions of partial sums no larger than M, a
 * comparison at most 4 more; cash is a term of two roundings and one addition, and in M. Netting
 * adds values before it multiplies them, and is Lipschitz in what it nets with a constant of at
 * most 4 (the unit, its maintenance, its haircut, its borrow factor being in M already). So a
 * comparison of {@code X} with {@code f·Y} errs by less than {@code 4·(2N + 16)·u·M·(1 + f)},
 * doubled here for the bound's own rounding. Numbers so small or large that products could leave
 * the range of doubles are not trusted at all ({@link AssetTable#isTame}).
 *
 * <p>Mutable scratch, not thread-safe: one instance a thread, {@link #assess} and then the
 * questions. Allocates nothing while doubles decide. All values USD.
 */
public final class Assessment {

  private static final double UNIT_ROUNDOFF = 0x1p-53;

  private final AssetTable assets;

  private Portfolio portfolio;
  private Factor line = Factor.ONE;
  private ExactSums exact;
  private boolean trusted;
  private double magnitude;

  private double prudentAssets;
  private double prudentLiabilities;
  private double midAssets;
  private double midLiabilities;
  private double midEquity;

  /** A⁺ − f·L⁺, which is all that is ever asked of the favourable sums; and E⁺. */
  private double favourableMargin;

  private double favourableEquity;

  public Assessment(AssetTable assets) {
    this.assets = assets;
  }

  /**
   * Makes the sums.
   *
   * @param judged what is judged
   * @param f the health factor at which it is liquidatable: 1, or less in a grace period
   */
  public void assess(Portfolio judged, Factor f) {
    portfolio = judged;
    line = f;
    exact = null;
    trusted = true;
    double cash = judged.cash;
    magnitude = Math.abs(cash);
    prudentAssets = cash;
    prudentLiabilities = 0;
    midAssets = cash;
    midLiabilities = 0;
    midEquity = cash;
    favourableMargin = cash;
    favourableEquity = cash;
    int n = judged.size();
    int start = 0;
    while (start < n) {
      int asset = judged.asset[start];
      int end = judged.endOfAsset(start);
      if (!assets.isMarked(asset)) {
        addUnmarked(asset, start, end);
      } else if (judged.isNetted()) {
        addNetted(asset, start, end);
      } else {
        addGross(asset, start, end);
      }
      start = end;
    }
  }

  public Portfolio portfolio() {
    return portfolio;
  }

  /** f, the line it was assessed with. */
  public Factor line() {
    return line;
  }

  /** {@code A⁻ − c·L⁻}, within {@link #errorBound}. */
  public double prudentMargin(Factor c) {
    return prudentAssets - c.approx() * prudentLiabilities;
  }

  /** A at mid, within {@link #errorBound} of a factor of 0: for pictures, not for decisions. */
  public double approximateAssets() {
    return midAssets;
  }

  /** L at mid, as near: for pictures, not for decisions. */
  public double approximateLiabilities() {
    return midLiabilities;
  }

  /** {@code A − c·L}, within {@link #errorBound}. */
  public double midMargin(Factor c) {
    return midAssets - c.approx() * midLiabilities;
  }

  /** {@code A⁺ − f·L⁺}, within {@link #errorBound} of the line. */
  public double favourableMargin() {
    return favourableMargin;
  }

  /** {@code E⁺}, within {@link #errorBound} of one. */
  public double favourableEquity() {
    return favourableEquity;
  }

  /** {@code E − h·L}, within {@link #errorBound}. */
  public double equityMargin(Factor h) {
    return midEquity - h.approx() * midLiabilities;
  }

  /**
   * How far a margin with this factor may be from the exact one; infinite where the doubles are not
   * to be trusted at all.
   */
  public double errorBound(Factor factor) {
    double steps = 2.0 * portfolio.size() + 16.0;
    double bound = 8.0 * steps * UNIT_ROUNDOFF * magnitude * (1.0 + factor.approx());
    return trusted && bound < Double.MAX_VALUE ? bound : Double.POSITIVE_INFINITY;
  }

  /** {@code A⁻ < c·L⁻}. */
  public boolean isPrudentlyBelow(Factor c) {
    double margin = prudentMargin(c);
    return decides(margin, c) ? margin < 0 : exact().isPrudentlyBelow(c);
  }

  /** {@code A < c·L}, that is a health factor below c. */
  public boolean isBelow(Factor c) {
    double margin = midMargin(c);
    return decides(margin, c) ? margin < 0 : exact().isBelow(c);
  }

  /** {@code A⁺ < f·L⁺} with the f it was assessed with. */
  public boolean isFavourablyBelowLine() {
    return decides(favourableMargin, line) ? favourableMargin < 0 : exact().isFavourablyBelowLine();
  }

  /** {@code E⁺ < 0}. */
  public boolean isFavourablyInsolvent() {
    return decides(favourableEquity, Factor.ONE)
        ? favourableEquity < 0
        : exact().isFavourablyInsolvent();
  }

  /** {@code E < h·L}. */
  public boolean isEquityBelow(Factor h) {
    double margin = equityMargin(h);
    return decides(margin, h) ? margin < 0 : exact().isEquityBelow(h);
  }

  /** The same sums without rounding, made when first asked for. */
  public ExactSums exact() {
    if (exact == null) {
      exact = new ExactSums(portfolio, assets, line);
    }
    return exact;
  }

  /** Whether the doubles left a comparison to exact arithmetic, or a figure was asked for. */
  public boolean wentExact() {
    return exact != null;
  }

  private boolean decides(double margin, Factor factor) {
    double bound = errorBound(factor);
    // Nothing at all adds up to exactly nothing; NaN and infinity decide nothing.
    return Math.abs(margin) > bound || (magnitude == 0 && bound == 0);
  }

  /** No mark, and waited long enough: spot counts nothing, a perpetual stands at its entry. */
  private void addUnmarked(int asset, int start, int end) {
    for (int i = start; i < end; i++) {
      if (portfolio.kind[i].isPerpetual()) {
        double maintenance = portfolio.entryValue[i] * assets.maintenanceAtRest(asset);
        midLiabilities += maintenance;
        prudentLiabilities += maintenance;
        favourableMargin -= line.approx() * maintenance;
        magnitude += portfolio.entryValue[i];
      }
    }
  }

  private void addGross(int asset, int start, int end) {
    double mid = assets.mid[asset];
    double low = assets.low[asset];
    double high = assets.high[asset];
    double top = assets.top[asset];
    double maintenance = assets.maintenance[asset];
    trusted &= assets.isTame(asset);
    double unitsInAssets = 0; // the asset's own terms, per USD of its price
    double unitsInLiabilities = 0;
    double unitsInEquity = 0;
    for (int i = start; i < end; i++) {
      double n = portfolio.amount[i];
      Kind kind = portfolio.kind[i];
      if (kind == Kind.COLLATERAL) {
        double units = n * assets.exchangeRate[asset];
        double weighted = units * threshold(asset, i);
        prudentAssets += weighted * low;
        unitsInAssets += weighted;
        unitsInEquity += units;
        magnitude += units * top;
      } else if (kind == Kind.DEBT) {
        double units = n * assets.borrowIndex[asset];
        double weighted = units / portfolio.borrowFactor[i];
        prudentLiabilities += weighted * high;
        unitsInLiabilities += weighted;
        unitsInEquity -= units;
        magnitude += weighted * top;
      } else {
        double entry = portfolio.entryValue[i];
        boolean isLong = kind == Kind.LONG;
        double signed = isLong ? n : -n;
        double cash = isLong ? -entry : entry;
        prudentAssets += signed * (isLong ? low : high) + cash;
        prudentLiabilities += n * high * maintenance;
        unitsInAssets += signed;
        unitsInLiabilities += n * maintenance;
        unitsInEquity += signed;
        addCash(cash);
        magnitude += n * top + entry;
      }
    }
    addUnits(asset, mid, unitsInAssets, unitsInLiabilities, unitsInEquity);
  }

  private void addNetted(int asset, int start, int end) {
    double low = assets.low[asset];
    double high = assets.high[asset];
    double top = assets.top[asset];
    double maintenance = assets.maintenance[asset];
    trusted &= assets.isTame(asset);
    double spot = 0; // S
    double perpetual = 0; // P
    double threshold = 0;
    double borrowFactor = portfolio.borrowFactor[start];
    for (int i = start; i < end; i++) {
      double n = portfolio.amount[i];
      Kind kind = portfolio.kind[i];
      if (kind == Kind.COLLATERAL) {
        double units = n * assets.exchangeRate[asset];
        spot += units;
        threshold = threshold(asset, i);
        magnitude += units * top / borrowFactor;
      } else if (kind == Kind.DEBT) {
        double units = n * assets.borrowIndex[asset];
        spot -= units;
        magnitude += units * top / borrowFactor;
      } else {
        double entry = portfolio.entryValue[i];
        boolean isLong = kind == Kind.LONG;
        perpetual += isLong ? n : -n;
        double cash = isLong ? -entry : entry; // K
        prudentAssets += cash;
        addCash(cash);
        magnitude += n * top / borrowFactor + entry;
      }
    }
    double unitsInEquity = spot + perpetual;
    double unitsInAssets = 0;
    double unitsInLiabilities = 0;
    if (spot * perpetual < 0) {
      double hedged = Math.min(Math.abs(spot), Math.abs(perpetual)); // o
      double haircut = hedged * assets.hedgeHaircut(asset);
      prudentAssets += hedged * (low - high);
      prudentLiabilities += haircut * high;
      unitsInLiabilities += haircut;
      spot -= Math.signum(spot) * hedged;
      perpetual -= Math.signum(perpetual) * hedged;
    }
    if (spot > 0) {
      prudentAssets += spot * low * threshold;
      unitsInAssets += spot * threshold;
    } else {
      double owed = -spot / borrowFactor;
      prudentLiabilities += owed * high;
      unitsInLiabilities += owed;
    }
    double open = Math.abs(perpetual);
    prudentAssets += perpetual * (perpetual > 0 ? low : high);
    prudentLiabilities += open * high * maintenance;
    unitsInAssets += perpetual;
    unitsInLiabilities += open * maintenance;
    addUnits(asset, assets.mid[asset], unitsInAssets, unitsInLiabilities, unitsInEquity);
  }

  /** LT in force: with the load factor, but for what a category lists. */
  private double threshold(int asset, int i) {
    return portfolio.thresholdMoves[i]
        ? portfolio.thresholdApprox[i] * assets.loadFactor[asset]
        : portfolio.thresholdApprox[i];
  }

  private void addCash(double cash) {
    midAssets += cash;
    midEquity += cash;
    favourableMargin += cash;
    favourableEquity += cash;
  }

  private void addUnits(
      int asset, double mid, double inAssets, double inLiabilities, double inEquity) {
    midAssets += inAssets * mid;
    midLiabilities += inLiabilities * mid;
    midEquity += inEquity * mid;
    double best = assets.best[asset];
    double worst = assets.worst[asset];
    // Whichever end is better for the account: while OK both ends are the mid.
    double inMargin = inAssets - line.approx() * inLiabilities;
    favourableMargin += Math.max(inMargin * best, inMargin * worst);
    favourableEquity += Math.max(inEquity * best, inEquity * worst);
  }
}
