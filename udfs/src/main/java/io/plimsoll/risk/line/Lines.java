package io.plimsoll.risk.line;

import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.health.Assessment;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.health.Factor;
import io.plimsoll.risk.health.Portfolio;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.level.Standing;
import io.plimsoll.risk.parameters.LevelRules;
import java.math.BigDecimal;

/**
 * The lines that bound a portfolio at its level, and the triggers that its slack to them allows.
 *
 * <table>
 * <caption>What is watched; each holds until it is crossed (risk model §6)</caption>
 * <tr><th>at</th><th>for worse, while</th><th>for better, while</th><th>besides</th></tr>
 * <tr><td>SAFE</td><td>A⁻ ≥ c·L⁻</td><td></td><td></td></tr>
 * <tr><td>MARGIN_CALL</td><td>A⁺ ≥ f·L⁺</td><td>A⁻ &lt; (c + h)·L⁻</td><td>f</td></tr>
 * <tr><td>LIQUIDATABLE</td><td>E⁺ ≥ 0, else A⁺ ≥ f·L⁺</td><td>A &lt; (1 + h)·L</td><td>f, (b), (c)
 * </td></tr>
 * <tr><td>INSOLVENT</td><td></td><td>E &lt; h·L</td><td>f, (b), (c)</td></tr>
 * </table>
 *
 * <p>Levels are nested, so the next worse one is all that can come next: {@code A⁻ − c·L⁻ ≤ A − f·L
 * ≤ A⁺ − f·L⁺}, because low ≤ mid ≤ high, f ≤ 1 ≤ c, and favourable is the better end. Who owes
 * nothing has no line at all.
 *
 * <p>Triggers are reckoned from what the {@link AssetTable} says. Whoever keeps them must have
 * taken note of that before: a trigger set beside a value of before may be taken for one passed
 * already.
 *
 * <p>Mutable scratch, not thread-safe; allocates nothing once it has seen the largest portfolio.
 */
public final class Lines {

  private final AssetTable assets;
  private final AllowanceShares shares;
  private final AssetWeights weights = new AssetWeights();
  private final Factor liquidationRelease;
  private final Factor equityRelease;
  private final Factor fullLiquidation;

  /**
   * Lines in these coordinates.
   *
   * @param coordinates of the assets, up to date whenever a line is asked for
   */
  public Lines(AssetTable assets, Coordinates coordinates, LevelRules rules) {
    this.assets = assets;
    this.shares = new AllowanceShares(assets, coordinates);
    this.liquidationRelease = Factor.of(BigDecimal.ONE.add(rules.hysteresis()));
    this.equityRelease = Factor.of(rules.hysteresis());
    this.fullLiquidation = Factor.of(rules.fullLiquidationBelow());
  }

  /** σ a year of an asset, by which slack is shared. */
  public void tellVolatility(int asset, double volatility) {
    shares.tellVolatility(asset, volatility);
  }

  /** The triggers of a portfolio that waits for a first mark: it cannot be judged before. */
  public void waiting(Portfolio portfolio, Triggers triggers) {
    int last = AssetTable.UNKNOWN;
    for (int i = 0; i < portfolio.size(); i++) {
      int asset = portfolio.asset(i);
      if (asset != last && !assets.isMarked(asset)) {
        triggers.anyChange(asset);
        last = asset;
      }
    }
  }

  /**
   * The triggers of a judged portfolio.
   *
   * @param standing after the judgement
   * @param assessment of the portfolio, as it was judged
   */
  public void of(Standing standing, Assessment assessment, Triggers triggers) {
    Portfolio portfolio = assessment.portfolio();
    if (standing.level() == Level.SAFE && isSafeForever(portfolio)) {
      return;
    }
    waiting(portfolio, triggers);
    if (portfolio.isNetted()) {
      watchRates(portfolio, triggers);
    }
    Level level = standing.level();
    switch (level) {
      case SAFE -> worse(Sums.PRUDENT, portfolio.callFactor(), assessment, triggers);
      case MARGIN_CALL -> {
        worse(Sums.FAVOURABLE, assessment.line(), assessment, triggers);
        better(Sums.PRUDENT, portfolio.releaseFactor(), assessment, triggers);
      }
      case LIQUIDATABLE -> {
        if (!assessment.isFavourablyInsolvent()) {
          worse(Sums.FAVOURABLE_EQUITY, Factor.ONE, assessment, triggers);
        } else {
          worse(Sums.FAVOURABLE, assessment.line(), assessment, triggers);
        }
        better(Sums.MID, liquidationRelease, assessment, triggers);
      }
      case INSOLVENT -> better(Sums.EQUITY, equityRelease, assessment, triggers);
    }
    if (level != Level.SAFE) {
      triggers.venueChange();
    }
    if (level.isAtLeast(Level.LIQUIDATABLE)) {
      pending(standing, assessment, triggers);
    }
  }

  /** Nothing owed, nothing open, and nothing held that can be worth less than nothing. */
  private boolean isSafeForever(Portfolio portfolio) {
    if (portfolio.cashUsd().signum() < 0) {
      return false;
    }
    for (int i = 0; i < portfolio.size(); i++) {
      if (portfolio.kind(i) != Kind.COLLATERAL || shares.lowMayBeNegative(portfolio.asset(i))) {
        return false;
      }
    }
    return true;
  }

  /** §6 (b) and (c). Without terms below f, their lack lies in marks or netting, watched above. */
  private void pending(Standing standing, Assessment assessment, Triggers triggers) {
    if (!standing.belowFull()) {
      worse(Sums.MID, fullLiquidation, assessment, triggers);
    }
    if (!standing.termsIssued() && !assessment.isFavourablyBelowLine()) {
      worse(Sums.FAVOURABLE, assessment.line(), assessment, triggers);
    }
  }

  private void watchRates(Portfolio portfolio, Triggers triggers) {
    int last = AssetTable.UNKNOWN;
    for (int i = 0; i < portfolio.size(); i++) {
      int asset = portfolio.asset(i);
      Kind kind = portfolio.kind(i);
      if (!kind.isPerpetual() && asset != last && assets.isMarked(asset)) {
        triggers.rateChange(asset);
        last = asset;
      }
    }
  }

  /** The portfolio stays above the line; watches that it does. */
  private void worse(Sums sums, Factor factor, Assessment assessment, Triggers triggers) {
    watch(sums, factor, 1, assessment, triggers);
  }

  /** The portfolio is below the line; watches that it stays there. */
  private void better(Sums sums, Factor factor, Assessment assessment, Triggers triggers) {
    watch(sums, factor, -1, assessment, triggers);
  }

  private void watch(Sums sums, Factor factor, int sign, Assessment assessment, Triggers triggers) {
    Portfolio portfolio = assessment.portfolio();
    double slack = sign * sums.margin(assessment, factor);
    shares.begin(portfolio, slack, assessment.errorBound(factor));
    int start = 0;
    while (start < portfolio.size()) {
      int asset = portfolio.asset(start);
      int end = portfolio.endOfAsset(start);
      if (assets.isMarked(asset)) {
        weights.take(portfolio, assets, asset, start, end);
        sums.addTo(shares, weights, assets, asset, sign, factor.approx());
      }
      start = end;
    }
    shares.issue(triggers);
  }
}
