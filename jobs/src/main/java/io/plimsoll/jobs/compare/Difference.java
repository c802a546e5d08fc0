package io.plimsoll.jobs.compare;

import io.plimsoll.risk.account.CodePoints;
import io.plimsoll.risk.level.Level;
import java.util.Comparator;
import java.util.EnumSet;

/**
 * An account that fared otherwise in the two runs.
 *
 * @param account its name, {@code account/venue} where isolated
 * @param a how it fared in the first run
 * @param b how it fared in the second
 */
public record Difference(String account, Outcome a, Outcome b) {

  /** By levels apart, then by money, then by warning, then by name. */
  static final Comparator<Difference> MOST_FIRST =
      Comparator.comparingInt(Difference::levelsApart)
          .thenComparingDouble(Difference::usdApart)
          .thenComparingLong(Difference::warningApartMs)
          .reversed()
          .thenComparing(Difference::account, CodePoints::compare);

  /** Whether there is one at all. */
  boolean isAny() {
    return !a.equals(b);
  }

  /** How many levels lie between the worst of the one and the worst of the other. */
  int levelsApart() {
    Level better = a.worst().isAtLeast(b.worst()) ? b.worst() : a.worst();
    Level worse = a.worst().isAtLeast(b.worst()) ? a.worst() : b.worst();
    return EnumSet.range(better, worse).size() - 1;
  }

  /** By how much what was offered differs, and the bad debt. */
  double usdApart() {
    return Math.abs(a.offeredUsd() - b.offeredUsd()) + Math.abs(a.badDebtUsd() - b.badDebtUsd());
  }

  /** By how much the shortest warnings differ, if both runs have one. */
  long warningApartMs() {
    return a.hasWarning() && b.hasWarning() ? Math.abs(a.leastWarningMs() - b.leastWarningMs()) : 0;
  }
}
