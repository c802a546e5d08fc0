package io.plimsoll.risk.parameters;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What an asset is good for as collateral, debt or perpetual (risk model §§5–7). All are fractions.
 *
 * @param liquidationThreshold LT, the share of its value that counts against debt; 0: no collateral
 * @param loanToValue share that may be borrowed against when a loan is opened
 * @param bonus β, what a liquidator gets on top of what he repays
 * @param protocolFee φ, the protocol's share of the bonus
 * @param borrowFactor in (0, 1]; debt counts at value over it
 * @param maintenanceMargin of a perpetual, at load factor 1
 * @param maintenanceMax ceiling of the maintenance margin in force
 * @param hedgeHaircut liability left by a hedged unit, of its value
 * @param closingFee lost when a perpetual is closed
 */
public record MarginRules(
    BigDecimal liquidationThreshold,
    BigDecimal loanToValue,
    BigDecimal bonus,
    BigDecimal protocolFee,
    BigDecimal borrowFactor,
    BigDecimal maintenanceMargin,
    BigDecimal maintenanceMax,
    BigDecimal hedgeHaircut,
    BigDecimal closingFee)
    implements Serializable {

  public static final MarginRules DEFAULTS =
      new MarginRules(
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          new BigDecimal("0.05"),
          new BigDecimal("0.1"),
          BigDecimal.ONE,
          new BigDecimal("0.05"),
          new BigDecimal("0.5"),
          new BigDecimal("0.02"),
          new BigDecimal("0.005"));

  public MarginRules {
    Check.fraction(liquidationThreshold, "liquidationThreshold");
    Check.fraction(loanToValue, "loanToValue");
    Check.atLeast(BigDecimal.ZERO, bonus, "bonus");
    Check.fraction(protocolFee, "protocolFee");
    Check.that(
        borrowFactor.signum() > 0 && borrowFactor.compareTo(BigDecimal.ONE) <= 0,
        "borrowFactor",
        borrowFactor.toPlainString(),
        "a number above 0 and at most 1");
    Check.fraction(maintenanceMargin, "maintenanceMargin");
    Check.fraction(maintenanceMax, "maintenanceMax");
    Check.fraction(hedgeHaircut, "hedgeHaircut");
    Check.fraction(closingFee, "closingFee");
    seizable(liquidationThreshold, bonus);
  }

  public MarginRules withLiquidationThreshold(BigDecimal threshold) {
    return new MarginRules(
        threshold,
        loanToValue,
        bonus,
        protocolFee,
        borrowFactor,
        maintenanceMargin,
        maintenanceMax,
        hedgeHaircut,
        closingFee);
  }

  /** A seizure must not make an account worse: {@code LT·(1 + bonus) ≤ 1} (risk model §7). */
  static void seizable(BigDecimal liquidationThreshold, BigDecimal bonus) {
    BigDecimal product = liquidationThreshold.multiply(BigDecimal.ONE.add(bonus));
    Check.that(
        product.compareTo(BigDecimal.ONE) <= 0,
        "bonus",
        bonus.toPlainString(),
        "one with liquidationThreshold·(1 + bonus) of at most 1 (here "
            + product.stripTrailingZeros().toPlainString()
            + ")");
  }
}
