package io.plimsoll.risk.level;

import io.plimsoll.risk.health.Assessment;
import io.plimsoll.risk.health.Factor;
import io.plimsoll.risk.parameters.LevelRules;
import java.math.BigDecimal;

/**
 * The level a portfolio is at (risk model §6). Each row has a line to fall below and a higher one
 * to be released at, so that an account on the line does not flap.
 *
 * <table>
 * <caption>Decision table</caption>
 * <tr><th>at least</th><th>from below, when</th><th>once there, until</th></tr>
 * <tr><td>MARGIN_CALL</td><td>A⁻ &lt; c·L⁻</td><td>A⁻ ≥ (c + h)·L⁻</td></tr>
 * <tr><td>LIQUIDATABLE</td><td>A⁺ &lt; f·L⁺</td><td>A ≥ (1 + h)·L</td></tr>
 * <tr><td>INSOLVENT</td><td>E⁺ &lt; 0 and A⁺ &lt; f·L⁺</td><td>E ≥ h·L</td></tr>
 * </table>
 */
public final class LevelPolicy {

  private final Factor equityRelease;
  private final Factor liquidationRelease;
  private final Factor fullLiquidation;

  public LevelPolicy(LevelRules rules) {
    equityRelease = Factor.of(rules.hysteresis());
    liquidationRelease = Factor.of(BigDecimal.ONE.add(rules.hysteresis()));
    fullLiquidation = Factor.of(rules.fullLiquidationBelow());
  }

  /** The highest level whose row holds; each row implies the one above it. */
  public Level next(Level current, Assessment assessment) {
    if (assessment.portfolio().isEmpty()) {
      return Level.SAFE;
    }
    if (insolvent(current, assessment)) {
      return Level.INSOLVENT;
    }
    if (liquidatable(current, assessment)) {
      return Level.LIQUIDATABLE;
    }
    return called(current, assessment) ? Level.MARGIN_CALL : Level.SAFE;
  }

  /** Whether the health factor is below the one at which the whole debt may be repaid. */
  public boolean isFullLiquidation(Assessment assessment) {
    return assessment.isBelow(fullLiquidation);
  }

  private boolean insolvent(Level current, Assessment assessment) {
    return current.isAtLeast(Level.INSOLVENT)
        ? assessment.isEquityBelow(equityRelease)
        : assessment.isFavourablyInsolvent() && assessment.isFavourablyBelowLine();
  }

  private boolean liquidatable(Level current, Assessment assessment) {
    return current.isAtLeast(Level.LIQUIDATABLE)
        ? assessment.isBelow(liquidationRelease)
        : assessment.isFavourablyBelowLine();
  }

  private boolean called(Level current, Assessment assessment) {
    return assessment.isPrudentlyBelow(
        current.isAtLeast(Level.MARGIN_CALL)
            ? assessment.portfolio().releaseFactor()
            : assessment.portfolio().callFactor());
  }
}
