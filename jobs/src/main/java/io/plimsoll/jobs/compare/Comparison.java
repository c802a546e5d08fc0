package io.plimsoll.jobs.compare;

import io.plimsoll.risk.account.CodePoints;
import io.plimsoll.risk.level.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Two runs of one history, side by side.
 *
 * @param a the first
 * @param b the second
 * @param most the accounts whose outcome differs most, most first
 */
public record Comparison(RunOutcome a, RunOutcome b, List<Difference> most) {

  /** How many of them are named. */
  static final int MOST = 10;

  public Comparison {
    most = List.copyOf(most);
  }

  /** Finds who fared otherwise. */
  public static Comparison of(RunOutcome a, RunOutcome b) {
    Set<String> accounts = new HashSet<>(a.outcomes().keySet());
    accounts.addAll(b.outcomes().keySet());
    List<Difference> most =
        accounts.stream()
            .map(account -> new Difference(account, a.outcome(account), b.outcome(account)))
            .filter(Difference::isAny)
            .sorted(Difference.MOST_FIRST)
            .limit(MOST)
            .toList();
    return new Comparison(a, b, most);
  }

  /** Whether both read as many rows: if not, their histories were not the same. */
  public boolean isOfOneHistory() {
    return a.rowsRead() == b.rowsRead();
  }

  /** Whether either carried out liquidations on paper. */
  boolean isOnPaper() {
    return a.summary().paper().isPresent() || b.summary().paper().isPresent();
  }

  /** Who came to a level, or worse, in one of them alone. */
  Crossers crossers(Level level) {
    return new Crossers(onlyIn(a, b, level), onlyIn(b, a, level));
  }

  /** For what rows were refused in either. */
  SortedSet<String> reasons() {
    SortedSet<String> reasons = new TreeSet<>(a.summary().refused().keySet());
    reasons.addAll(b.summary().refused().keySet());
    return reasons;
  }

  private static List<String> onlyIn(RunOutcome here, RunOutcome there, Level level) {
    return here.outcomes().entrySet().stream()
        .filter(entry -> entry.getValue().worst().isAtLeast(level))
        .map(entry -> entry.getKey())
        .filter(account -> !there.outcome(account).worst().isAtLeast(level))
        .sorted(CodePoints::compare)
        .toList();
  }
}
