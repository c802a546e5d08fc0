package io.plimsoll.benchmarks.sql;

import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.level.Standing;
import io.plimsoll.risk.parameters.LevelRules;

/**
 * The decision table of levels (risk model §6) on sums of doubles, as a query's user has them: at a
 * line's very place it may decide otherwise than exact arithmetic.
 */
final class SumsPolicy {

  private final double call;
  private final double callRelease;
  private final double release;
  private final double equityRelease;
  private final double full;

  SumsPolicy(LevelRules rules) {
    call = rules.marginCall().doubleValue();
    callRelease = rules.marginCall().add(rules.hysteresis()).doubleValue();
    release = 1 + rules.hysteresis().doubleValue();
    equityRelease = rules.hysteresis().doubleValue();
    full = rules.fullLiquidationBelow().doubleValue();
  }

  /** The level after. */
  Level next(Level level, Sums sums) {
    boolean below = sums.assets() < sums.liabilities();
    boolean insolvent =
        level == Level.INSOLVENT
            ? sums.equity() < equityRelease * sums.liabilities()
            : sums.equity() < 0 && below;
    if (insolvent) {
      return Level.INSOLVENT;
    }
    boolean liquidatable =
        level.isAtLeast(Level.LIQUIDATABLE) ? sums.assets() < release * sums.liabilities() : below;
    if (liquidatable) {
      return Level.LIQUIDATABLE;
    }
    double line = level.isAtLeast(Level.MARGIN_CALL) ? callRelease : call;
    return sums.prudentAssets() < line * sums.prudentLiabilities() ? Level.MARGIN_CALL : Level.SAFE;
  }

  /** What is remembered after, if no event is issued. */
  Standing standing(Standing before, Level level, Sums sums) {
    boolean deep = level.isAtLeast(Level.LIQUIDATABLE);
    boolean belowFull = deep && (before.belowFull() || sums.assets() < full * sums.liabilities());
    return new Standing(level, belowFull, before.termsIssued(), false);
  }

  /** Whether an event is issued. */
  boolean isEvent(Standing before, Standing after, Sums sums) {
    if (after.level() != before.level()) {
      return true;
    }
    return after.level().isAtLeast(Level.LIQUIDATABLE)
        && (after.belowFull() != before.belowFull() || (!before.termsIssued() && terms(sums)));
  }

  /** Every account here has debt and collateral, so terms exist below the line. */
  boolean terms(Sums sums) {
    return sums.assets() < sums.liabilities();
  }
}
