package io.plimsoll.risk.parameters;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * When an account is called and liquidated, and for how much (risk model §§6 and 7).
 *
 * @param marginCall c, health factor below which an account is called, at least 1
 * @param hysteresis h, how far above a line an account must be to be released
 * @param targetHealthFactor h*, what a liquidation restores
 * @param closeFactor share of a debt repaid at once
 * @param fullLiquidationBelow health factor below which the whole debt may be repaid
 * @param dustUsd value below which nothing is left behind
 * @param graceHealthFactor the line while a venue is down or just back
 * @param gracePeriodMs how long after a venue is back the line stays down
 */
public record LevelRules(
    BigDecimal marginCall,
    BigDecimal hysteresis,
    BigDecimal targetHealthFactor,
    BigDecimal closeFactor,
    BigDecimal fullLiquidationBelow,
    BigDecimal dustUsd,
    BigDecimal graceHealthFactor,
    long gracePeriodMs)
    implements Serializable {

  public static final LevelRules DEFAULTS =
      new LevelRules(
          new BigDecimal("1.10"),
          new BigDecimal("0.02"),
          new BigDecimal("1.05"),
          new BigDecimal("0.5"),
          new BigDecimal("0.95"),
          new BigDecimal("100"),
          new BigDecimal("0.95"),
          3_600_000L);

  public LevelRules {
    Check.atLeast(BigDecimal.ONE, marginCall, "marginCall");
    Check.atLeast(BigDecimal.ZERO, hysteresis, "hysteresis");
    Check.atLeast(BigDecimal.ONE, targetHealthFactor, "targetHealthFactor");
    Check.positive(closeFactor, "closeFactor");
    Check.fraction(closeFactor, "closeFactor");
    Check.fraction(fullLiquidationBelow, "fullLiquidationBelow");
    Check.atLeast(BigDecimal.ZERO, dustUsd, "dust");
    Check.fraction(graceHealthFactor, "graceHealthFactor");
    Check.duration(gracePeriodMs, "gracePeriod");
  }
}
