package io.plimsoll.jobs.compare;

import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.summary.AccountTally;
import io.plimsoll.risk.level.Level;

/**
 * One account on its way through a run. A spell starts when the account leaves SAFE and ends when
 * it is SAFE again; within it, a stay starts when the account comes to LIQUIDATABLE or worse and
 * ends when it stands better again. Mutable.
 */
final class Course {

  private static final long NOT_CALLED = Long.MIN_VALUE;

  private Level worst = Level.SAFE;
  private double offeredUsd;
  private double badDebtUsd;
  private long leastWarningMs = Outcome.NO_WARNING;

  // Of the spell that lasts.
  private boolean inSpell;
  private boolean warned;
  private long called = NOT_CALLED;

  // Of the stay that lasts.
  private boolean offered;

  /**
   * Takes its next event.
   *
   * @param after what is remembered of the account after the event
   * @param totals take what its spells and stays come to
   */
  void count(EventLine event, AccountTally after, Totals totals) {
    worst = after.worstLevel();
    badDebtUsd = Math.max(badDebtUsd, after.badDebtUsd());
    offer(event, totals);
    if (event.to() == Level.SAFE) {
      inSpell = false;
      return;
    }
    if (!inSpell) {
      start(event);
    }
    warning(event, totals);
  }

  private void start(EventLine event) {
    inSpell = true;
    called = NOT_CALLED;
    // A spell that was under way when the files begin: nobody knows when it was called.
    warned = event.from() != Level.SAFE;
  }

  private void warning(EventLine event, Totals totals) {
    if (warned) {
      return;
    }
    if (event.to().isAtLeast(Level.LIQUIDATABLE)) {
      warned = true;
      long warningMs = called == NOT_CALLED ? 0 : event.instant() - called;
      totals.warning(warningMs);
      leastWarningMs =
          leastWarningMs == Outcome.NO_WARNING ? warningMs : Math.min(leastWarningMs, warningMs);
    } else if (called == NOT_CALLED) {
      called = event.instant();
    }
  }

  /**
   * Once a stay: the same debt is offered again with every event until somebody acts. Not once a
   * spell: whether a call ends between two stays hangs on {@code marginCall}, and a change of it
   * alone must not look as if less were liquidated.
   */
  private void offer(EventLine event, Totals totals) {
    if (!event.to().isAtLeast(Level.LIQUIDATABLE)) {
      offered = false;
    } else if (!offered && event.hasTerms()) {
      offered = true;
      offeredUsd += event.offered();
      totals.offer(event.offered());
    }
  }

  Outcome outcome() {
    return new Outcome(worst, offeredUsd, badDebtUsd, leastWarningMs);
  }
}
