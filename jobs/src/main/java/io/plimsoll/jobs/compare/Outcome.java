package io.plimsoll.jobs.compare;

import io.plimsoll.risk.level.Level;

/**
 * How an account fared in a run.
 *
 * @param worst the worst level that an event put it at
 * @param offeredUsd what liquidators were offered of it: the sum over its stays at LIQUIDATABLE or
 *     worse
 * @param badDebtUsd the most that it owed beyond what it had while INSOLVENT
 * @param leastWarningMs the shortest warning of its spells, milliseconds, or {@link #NO_WARNING}
 */
public record Outcome(Level worst, double offeredUsd, double badDebtUsd, long leastWarningMs) {

  /** No spell of it has a warning time: none came to LIQUIDATABLE that was seen from its start. */
  public static final long NO_WARNING = -1;

  /** Of an account without events. */
  public static final Outcome NONE = new Outcome(Level.SAFE, 0, 0, NO_WARNING);

  /** Whether there is a warning time. */
  public boolean hasWarning() {
    return leastWarningMs != NO_WARNING;
  }
}
