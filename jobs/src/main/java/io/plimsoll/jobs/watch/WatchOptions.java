package io.plimsoll.jobs.watch;

import java.io.Serializable;

/**
 * How the margin watch works; none of it changes a result.
 *
 * @param finder how the accounts to judge are found
 * @param cachedAccounts accounts that each subtask keeps ready to be judged, some kilobyte each;
 *     too few: accounts near their line are read from the state backend again and again
 */
public record WatchOptions(Finder finder, int cachedAccounts) implements Serializable {

  /** How the accounts to judge are found. */
  public enum Finder {
    /** Those that could have crossed a line. */
    WHEEL,
    /** Every holder of what changed: the plain way, which the wheel is compared with. */
    HOLDERS
  }

  public static final WatchOptions DEFAULTS = new WatchOptions(Finder.WHEEL, 1 << 16);

  public WatchOptions {
    if (cachedAccounts < 1) {
      throw new IllegalArgumentException("cachedAccounts: at least 1, not " + cachedAccounts);
    }
  }

  public WatchOptions withFinder(Finder chosen) {
    return new WatchOptions(chosen, cachedAccounts);
  }

  public WatchOptions withCachedAccounts(int accounts) {
    return new WatchOptions(finder, accounts);
  }
}
