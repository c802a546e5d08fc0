package io.plimsoll.risk.level;

import io.plimsoll.risk.health.Assessment;
import java.util.function.Predicate;

/**
 * Judges a portfolio once at an instant (risk model §6): its level, and whether an event is issued.
 * An event is issued for a change of level and, while it stays at LIQUIDATABLE or INSOLVENT, when
 * (a) a holding changed, (b) HF is below {@code fullLiquidationBelow} for the first time, (c) terms
 * exist while the last event had none.
 */
public final class JudgementPolicy {

  private final LevelPolicy levels;
  private final Predicate<Assessment> termsExist;

  /**
   * Judges by the level rules.
   *
   * @param termsExist whether an event now would carry liquidation terms (§7)
   */
  public JudgementPolicy(LevelPolicy levels, Predicate<Assessment> termsExist) {
    this.levels = levels;
    this.termsExist = termsExist;
  }

  /** Whether the judgement would leave everything as it was: the answer for almost all. */
  public boolean leavesAsItWas(Standing before, Assessment assessment) {
    if (before.changed() || before.level().isAtLeast(Level.LIQUIDATABLE)) {
      return false;
    }
    return levels.next(before.level(), assessment) == before.level();
  }

  /** Judges, with the portfolio assessed. */
  public Judgement judge(Standing before, Assessment assessment) {
    Level level = levels.next(before.level(), assessment);
    boolean deep = level.isAtLeast(Level.LIQUIDATABLE);
    boolean belowFull = deep && (before.belowFull() || levels.isFullLiquidation(assessment));
    boolean event = level != before.level();
    if (!event && deep) {
      event =
          before.changed() // (a)
              || belowFull != before.belowFull() // (b)
              || (!before.termsIssued() && termsExist.test(assessment)); // (c)
    }
    Standing after = new Standing(level, belowFull, before.termsIssued(), false);
    return new Judgement(after, before.level(), event);
  }
}
