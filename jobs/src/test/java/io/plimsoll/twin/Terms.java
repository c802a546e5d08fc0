package io.plimsoll.twin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How an account is to be liquidated (§7). */
final class Terms {
  private static final Rational SPECK = Rational.of("1e-9");

  private final Assessment assessment;
  private final Portfolio portfolio;
  private final Rational dust;
  private final Rational target;
  private final Coverage coverage;

  private Terms(Assessment assessment, Coverage coverage) {
    this.assessment = assessment;
    this.portfolio = assessment.portfolio();
    this.dust = assessment.global().dust();
    this.target = assessment.global().targetHealthFactor();
    this.coverage = coverage;
  }

  /** The terms for an account at the level, or {@code null} when there are none. */
  static Map<String, Object> of(Assessment assessment, Level level, Coverage coverage) {
    if (!level.isAtLeast(Level.LIQUIDATABLE)) {
      return null;
    }
    if (!assessment.isLiquidatable()) {
      coverage.hit("terms: none, shielded or within the hysteresis");
      return null;
    }
    Terms terms = new Terms(assessment, coverage);
    Map<String, Object> spot = terms.spot();
    List<Stake> perpetuals = terms.perpetuals();
    boolean worthClosing = Stake.worth(perpetuals).compareTo(terms.dust) >= 0;
    if (!perpetuals.isEmpty() && (worthClosing || spot == null)) {
      coverage.hit("terms: perpetual" + (terms.portfolio.isNetted() ? " netted" : ""));
      coverage.hit(spot != null, "terms: perpetual before spot");
      coverage.hit(!worthClosing, "terms: perpetual below dust without spot");
      return terms.close(perpetuals);
    }
    coverage.hit(
        spot == null
            ? "terms: none, nothing to take hold of"
            : "terms: spot" + (terms.portfolio.isNetted() ? " netted" : ""));
    coverage.hit(spot != null && !perpetuals.isEmpty(), "terms: spot before perpetual dust");
    return spot;
  }

  private List<Stake> spotStakes(Kind kind) {
    List<Stake> stakes = new ArrayList<>();
    portfolio
        .marked()
        .forEach(
            (name, holdings) -> {
              if (!portfolio.isNetted()) {
                for (Holding holding : holdings) {
                  if (holding.kind() == kind) {
                    stakes.add(
                        Stake.spot(holding.key().venue(), holding.asset(), kind, holding.units()));
                  }
                }
                return;
              }
              Rational left = portfolio.nets().get(name).spot();
              if (left.signum() == (kind == Kind.COLLATERAL ? 1 : -1)) {
                stakes.add(Stake.spot("", holdings.get(0).asset(), kind, left.abs()));
              }
            });
    return stakes;
  }

  private List<Stake> perpetuals() {
    List<Stake> stakes = new ArrayList<>();
    portfolio
        .marked()
        .forEach(
            (name, holdings) -> {
              if (!portfolio.isNetted()) {
                for (Holding holding : holdings) {
                  if (holding.kind().isPerpetual()) {
                    stakes.add(
                        Stake.perpetual(
                            holding.key().venue(),
                            holding.asset(),
                            holding.kind(),
                            holding.amount()));
                  }
                }
                return;
              }
              Rational left = portfolio.nets().get(name).perpetual();
              if (left.signum() != 0) {
                Kind kind = left.signum() > 0 ? Kind.LONG : Kind.SHORT;
                stakes.add(Stake.perpetual("", holdings.get(0).asset(), kind, left.abs()));
              }
            });
    return stakes;
  }

  private Map<String, Object> spot() {
    List<Stake> debts = spotStakes(Kind.DEBT);
    List<Stake> collaterals = spotStakes(Kind.COLLATERAL);
    if (debts.isEmpty() || collaterals.isEmpty()) {
      return null;
    }
    Stake debt = Stake.largest(debts, coverage);
    List<Stake> candidates = collaterals;
    if (!portfolio.isNetted()) {
      List<Stake> sameVenue =
          collaterals.stream().filter(stake -> stake.venue().equals(debt.venue())).toList();
      boolean enough = Stake.worth(sameVenue).compareTo(dust) >= 0;
      candidates = enough && !sameVenue.isEmpty() ? sameVenue : collaterals;
      coverage.hit(candidates.size() < collaterals.size(), "terms: collateral of the debt's venue");
      coverage.hit(sameVenue.size() < collaterals.size() && !enough, "terms: of all venues");
    }
    Stake collateral = Stake.largest(Stake.preferred(candidates, dust, coverage), coverage);
    return repay(debt, collateral);
  }

  private Map<String, Object> repay(Stake debt, Stake collateral) {
    Rational a = assessment.atMid().assets();
    Rational l = assessment.atMid().liabilities();
    Rational beta = portfolio.bonus(collateral.asset());
    Rational onePlusBeta = Rational.ONE.plus(beta);
    Rational alpha = portfolio.threshold(collateral.asset());
    Rational omega = Rational.ONE.over(debt.asset().parameters().borrowFactor());
    Rational most = debt.value().min(collateral.value().over(onePlusBeta));
    Rational closeFactor = assessment.isDeep() ? Rational.ONE : assessment.global().closeFactor();
    Rational repaid = closeFactor.times(debt.value()).min(collateral.value().over(onePlusBeta));
    Rational denominator = target.times(omega).minus(onePlusBeta.times(alpha));
    if (denominator.signum() > 0) {
      Rational restore = target.times(l).minus(a).over(denominator);
      coverage.hit(restore.below(repaid), "terms: repays what restores");
      repaid = restore.min(repaid);
    } else {
      coverage.hit("terms: repayment cannot restore");
    }
    boolean dustLeft =
        debt.value().minus(repaid).below(dust)
            || collateral.value().minus(repaid.times(onePlusBeta)).below(dust);
    coverage.hit(dustLeft && repaid.below(most), "terms: dust override");
    if (dustLeft) {
      repaid = most;
    }
    Rational seized = repaid.times(onePlusBeta);
    Rational bonus = repaid.times(beta);
    Map<String, Object> terms = new LinkedHashMap<>();
    if (!portfolio.isNetted()) {
      terms.put("repayVenue", debt.venue());
    }
    terms.put("repayAsset", debt.asset().name());
    terms.put(
        "repayAmount", amount(repaid.over(debt.asset().mid().times(debt.asset().borrowIndex()))));
    terms.put("repayValue", repaid.toDouble());
    if (!portfolio.isNetted()) {
      terms.put("seizeVenue", collateral.venue());
    }
    terms.put("seizeAsset", collateral.asset().name());
    terms.put(
        "seizeAmount",
        amount(seized.over(collateral.asset().mid().times(collateral.asset().exchangeRate()))));
    terms.put("bonus", bonus.toDouble());
    terms.put("protocolFee", bonus.times(collateral.asset().parameters().protocolFee()).toDouble());
    terms.put(
        "healthFactorAfter",
        healthFactorAfter(a.minus(seized.times(alpha)), l.minus(repaid.times(omega))));
    return terms;
  }

  private Map<String, Object> close(List<Stake> perpetuals) {
    Stake stake = Stake.largest(Stake.preferred(perpetuals, dust, coverage), coverage);
    AssetState asset = stake.asset();
    Rational a = assessment.atMid().assets();
    Rational l = assessment.atMid().liabilities();
    Rational m = asset.maintenance();
    Rational fee = asset.parameters().closingFee();
    Rational closed = stake.units();
    Rational denominator = asset.mid().times(target.times(m).minus(fee));
    if (denominator.signum() > 0) {
      Rational enough = target.times(l).minus(a).over(denominator);
      coverage.hit(enough.below(closed), "terms: closes what restores");
      closed = enough.min(closed);
    } else {
      coverage.hit("terms: closing cannot restore");
    }
    BigDecimal rounded = closed.roundedDown(18);
    Rational value = Rational.of(rounded).times(asset.mid());
    Map<String, Object> terms = new LinkedHashMap<>();
    if (!portfolio.isNetted()) {
      terms.put("closeVenue", stake.venue());
    }
    terms.put("closeAsset", asset.name());
    terms.put("closeKind", stake.kind().name());
    terms.put("closeAmount", text(rounded));
    Rational units = portfolio.units(asset.name());
    if (units.signum() != 0) {
      Rational bankrupt = asset.mid().minus(assessment.equity().over(units));
      coverage.hit(bankrupt.signum() <= 0, "terms: bankruptcy price not positive");
      if (bankrupt.signum() > 0) {
        terms.put("bankruptcyPrice", bankrupt.toDouble());
      }
    }
    coverage.hit(units.signum() == 0, "terms: bankruptcy price without net units");
    terms.put(
        "healthFactorAfter", healthFactorAfter(a.minus(value.times(fee)), l.minus(value.times(m))));
    return terms;
  }

  /** The quotient, where it is not just what rounding left of nothing. */
  private Double healthFactorAfter(Rational assetsAfter, Rational liabilitiesAfter) {
    Rational a = assessment.atMid().assets();
    Rational l = assessment.atMid().liabilities();
    if (liabilitiesAfter.compareTo(SPECK.times(l)) <= 0) {
      coverage.hit("terms: healthFactorAfter null");
      return null;
    }
    if (assetsAfter.abs().compareTo(SPECK.times(a.abs())) <= 0) {
      coverage.hit("terms: healthFactorAfter 0");
      return 0.0;
    }
    return assetsAfter.over(liabilitiesAfter).toDouble();
  }

  private static String amount(Rational exact) {
    return text(exact.roundedDown(18));
  }

  private static String text(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }
}
