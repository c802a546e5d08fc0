package io.plimsoll.jobs.watch;

import java.io.Serializable;

/**
 * How the margin watch works; but for the closed accounts none of it changes a result.
 *
 * @param finder how the accounts to judge are found
 * @param cachedAccounts accounts that each subtask keeps ready to be judged, some kilobyte each;
 *     too few: accounts near their line are read from the state backend again and again
 * @param closedKeptMs how long after its last row an account that holds nothing is remembered, in
 *     event time, or {@link #FOR_EVER}: what refuses older rows of its positions
 */
public record WatchOptions(Finder finder, int cachedAccounts, long closedKeptMs)
    implements Serializable {

  public static final long FOR_EVER = Long.MAX_VALUE;

  /** How the accounts to judge are found. */
  public enum Finder {
    /** Those that could have crossed a line. */
    WHEEL,
    /** Every holder of what changed: the plain way, which the wheel is compared with. */
    HOLDERS
  }

  public static final WatchOptions DEFAULTS = new WatchOptions(Finder.WHEEL, 1 << 16, FOR_EVER);

  public WatchOptions {
    if (cachedAccounts < 1) {
      throw new IllegalArgumentException("cachedAccounts: at least 1, not " + cachedAccounts);
    }
  }

  public WatchOptions withFinder(Finder chosen) {
    return new WatchOptions(chosen, cachedAccounts, closedKeptMs);
  }

  public WatchOptions withCachedAccounts(int accounts) {
    return new WatchOptions(finder, accounts, closedKeptMs);
  }

  public WatchOptions withClosedKeptMs(long keptMs) {
    return new WatchOptions(finder, cachedAccounts, keptMs);
  }
}
