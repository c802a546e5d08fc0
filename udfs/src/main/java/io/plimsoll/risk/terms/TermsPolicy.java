package io.plimsoll.risk.terms;

import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.exact.Rational;
import io.plimsoll.risk.health.Assessment;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.health.AssetTerms;
import io.plimsoll.risk.health.ExactSums;
import io.plimsoll.risk.health.Portfolio;
import io.plimsoll.risk.parameters.LevelRules;
import io.plimsoll.risk.parameters.MarginRules;
import java.math.BigDecimal;
import java.util.List;

/**
 * Liquidation terms (risk model §7): which debt to repay and which collateral to seize, or which
 * perpetual to close, and how much of it restores the target health factor.
 *
 * <p>The repayment solves {@code (A − R·(1+β)·α) = h*·(L − R·ω)}; it is what Aave v4 calls debt to
 * target, with a close factor and dust rule as in Aave v3.
 */
public final class TermsPolicy {

  /** Digits after the point of an amount. */
  private static final int AMOUNT_DIGITS = 18;

  /** A remainder this small, of the whole, is none. */
  private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-9");

  private final AssetTable assets;
  private final LevelRules rules;
  private final Rational target;
  private final Rational dust;

  public TermsPolicy(AssetTable assets, LevelRules rules) {
    this.assets = assets;
    this.rules = rules;
    this.target = Rational.of(rules.targetHealthFactor());
    this.dust = Rational.of(rules.dustUsd());
  }

  /** Whether an event now would carry terms; cheap when the answer lies in the holdings alone. */
  public boolean exist(Assessment assessment) {
    if (!assessment.isFavourablyBelowLine()) {
      return false;
    }
    Portfolio portfolio = assessment.portfolio();
    if (portfolio.isNetted()) {
      return of(assessment).exist();
    }
    boolean debt = false;
    boolean collateral = false;
    for (int i = 0; i < portfolio.size(); i++) {
      if (assets.isMarked(portfolio.asset(i))) {
        Kind kind = portfolio.holdings().get(i).kind();
        if (kind.isPerpetual()) {
          return true;
        }
        debt |= kind == Kind.DEBT;
        collateral |= kind == Kind.COLLATERAL;
      }
    }
    return debt && collateral;
  }

  /** The terms of an assessed portfolio at LIQUIDATABLE or INSOLVENT. */
  public LiquidationTerms of(Assessment assessment) {
    if (!assessment.isFavourablyBelowLine()) {
      return NoTerms.NONE;
    }
    ExactSums sums = assessment.exact();
    Legs legs = Legs.of(assessment.portfolio(), sums, assets);
    boolean spot = !legs.debts().isEmpty() && !legs.collaterals().isEmpty();
    if (!legs.perpetuals().isEmpty() && (!spot || !Leg.total(legs.perpetuals()).isBelow(dust))) {
      return close(legs, sums);
    }
    return spot ? seize(legs, assessment.portfolio(), sums) : NoTerms.NONE;
  }

  private SpotTerms seize(Legs legs, Portfolio portfolio, ExactSums sums) {
    Leg debt = Leg.largest(legs.debts(), Leg::value);
    Leg collateral = Leg.largest(candidates(legs, portfolio, debt), Leg::value);
    MarginRules debtRules = assets.parameters(debt.asset()).margin();
    MarginRules collateralRules = assets.parameters(collateral.asset()).margin();

    Rational bonus = Rational.of(portfolio.bonus(collateral.holding())); // β
    Rational onePlusBonus = Rational.ONE.plus(bonus);
    Rational threshold = sums.threshold(collateral.holding()); // α
    Rational debtWeight = Rational.ONE.over(Rational.of(debtRules.borrowFactor())); // ω
    Rational seizedWeight = onePlusBonus.times(threshold);

    Rational whole = debt.value().min(collateral.value().over(onePlusBonus));
    Rational repaid = capped(assessedBelowFull(sums), debt, collateral, onePlusBonus);
    Rational denominator = target.times(debtWeight).minus(seizedWeight);
    if (denominator.signum() > 0) {
      Rational shortfall = target.times(sums.liabilities()).minus(sums.assets());
      repaid = shortfall.over(denominator).min(repaid);
    }
    if (debt.value().minus(repaid).isBelow(dust)
        || collateral.value().minus(repaid.times(onePlusBonus)).isBelow(dust)) {
      repaid = whole;
    }
    Rational bonusPaid = repaid.times(bonus);
    return new SpotTerms(
        debt.venue(),
        assets.name(debt.asset()),
        units(repaid, debt),
        repaid.toDouble(),
        collateral.venue(),
        assets.name(collateral.asset()),
        units(repaid.times(onePlusBonus), collateral),
        bonusPaid.toDouble(),
        bonusPaid.times(collateralRules.protocolFee()).toDouble(),
        healthFactorAfter(sums, repaid.times(seizedWeight), repaid.times(debtWeight)));
  }

  /** Where the debt is, if enough is there, else anywhere; believed and not dust, if any is. */
  private List<Leg> candidates(Legs legs, Portfolio portfolio, Leg debt) {
    List<Leg> candidates = legs.collaterals();
    if (!portfolio.isNetted()) {
      List<Leg> atVenue =
          candidates.stream().filter(leg -> leg.venue().equals(debt.venue())).toList();
      if (!atVenue.isEmpty() && !Leg.total(atVenue).isBelow(dust)) {
        candidates = atVenue;
      }
    }
    return Leg.preferring(candidates, this::isSound);
  }

  private boolean isSound(Leg leg) {
    return assets.isOk(leg.asset()) && !leg.value().isBelow(dust);
  }

  private boolean assessedBelowFull(ExactSums sums) {
    return sums.assets().isBelow(sums.liabilities().times(rules.fullLiquidationBelow()));
  }

  private Rational capped(boolean full, Leg debt, Leg collateral, Rational onePlusBonus) {
    Rational closable = full ? debt.value() : debt.value().times(rules.closeFactor());
    return closable.min(collateral.value().over(onePlusBonus));
  }

  /** A value as an amount of a leg, rounded down; exact arithmetic keeps it within the holding. */
  private static BigDecimal units(Rational value, Leg leg) {
    return value.times(leg.units()).over(leg.value()).roundTowardZero(AMOUNT_DIGITS);
  }

  private PerpetualTerms close(Legs legs, ExactSums sums) {
    Leg position =
        Leg.largest(
            Leg.preferring(legs.perpetuals(), this::isSound),
            leg -> leg.value().times(assets.exactMaintenance(leg.asset())));
    Rational mid = assets.exactMid(position.asset());
    Rational maintenance = assets.exactMaintenance(position.asset());
    Rational fee = Rational.of(assets.parameters(position.asset()).margin().closingFee());

    Rational closed = position.units();
    Rational denominator = mid.times(target.times(maintenance).minus(fee));
    if (denominator.signum() > 0) {
      Rational shortfall = target.times(sums.liabilities()).minus(sums.assets());
      closed = closed.min(shortfall.over(denominator));
    }
    // As told: less than a last digit may be left, and count.
    BigDecimal amount = closed.roundTowardZero(AMOUNT_DIGITS);
    Rational value = Rational.of(amount).times(mid);
    return new PerpetualTerms(
        position.venue(),
        assets.name(position.asset()),
        position.kind(),
        amount,
        bankruptcyPrice(sums, position.asset()),
        healthFactorAfter(sums, value.times(fee), value.times(maintenance)));
  }

  /** Mid at which equity would be zero, all else unchanged; NaN where there is none. */
  private static double bankruptcyPrice(ExactSums sums, int asset) {
    for (AssetTerms terms : sums.terms()) {
      if (terms.asset() == asset && terms.unitsInEquity().signum() != 0) {
        Rational price = terms.mid().minus(sums.equity().over(terms.unitsInEquity()));
        return price.signum() > 0 ? price.toDouble() : Double.NaN;
      }
    }
    return Double.NaN;
  }

  private static double healthFactorAfter(ExactSums sums, Rational lessAssets, Rational lessOwed) {
    Rational assetsAfter = sums.assets().minus(lessAssets);
    Rational owedAfter = sums.liabilities().minus(lessOwed);
    if (!sums.liabilities().times(NEGLIGIBLE).isBelow(owedAfter)) {
      return Double.POSITIVE_INFINITY;
    }
    if (!sums.assets().abs().times(NEGLIGIBLE).isBelow(assetsAfter.abs())) {
      return 0;
    }
    return assetsAfter.over(owedAfter).toDouble();
  }
}
