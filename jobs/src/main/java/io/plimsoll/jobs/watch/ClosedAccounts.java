package io.plimsoll.jobs.watch;

import java.util.ArrayList;
import java.util.List;

/**
 * Accounts that hold nothing, until they may be forgotten: so long after the last of their rows, in
 * event time. One whose settings were told is never forgotten: they are told once. The queue is
 * derived from the accounts' state. Mutable; bounded by the accounts closed within that time.
 */
public final class ClosedAccounts {

  private final long keptMs;
  private final DueAccounts ends = new DueAccounts();

  /**
   * Closed accounts.
   *
   * @param keptMs how long they are kept, or {@link WatchOptions#FOR_EVER}
   */
  public ClosedAccounts(long keptMs) {
    this.keptMs = keptMs;
  }

  /**
   * An account has changed, or is there after a restart.
   *
   * @param over up to here instants are over
   */
  public void note(String account, AccountState state, long over) {
    if (keptMs != WatchOptions.FOR_EVER && isClosed(state)) {
      // The last row may have come too late for its own time.
      ends.add(Math.max(endOf(state), over + 1), account);
    }
  }

  /** The next instant at which one may be forgotten, or {@link Long#MAX_VALUE}. */
  long nextEnd() {
    return ends.next();
  }

  /** Takes those whose time may be over at an instant. */
  public List<String> endAt(long instant) {
    List<String> ended = new ArrayList<>();
    ends.takeUpTo(instant, ended::add);
    return ended;
  }

  /** Whether the time of an account is over: it may have been opened, or closed again, since. */
  public boolean isOver(AccountState state, long instant) {
    return isClosed(state) && endOf(state) <= instant;
  }

  private static boolean isClosed(AccountState state) {
    return state.settingsTimestamp() == AccountState.NEW.settingsTimestamp()
        && state.standings().isEmpty()
        && !state.positions().isEmpty()
        && state.positions().stream()
            .noneMatch(position -> position.amount().signum() > 0 || position.isHeld());
  }

  private long endOf(AccountState state) {
    long last = Long.MIN_VALUE;
    for (Position position : state.positions()) {
      last = Math.max(last, position.timestamp());
    }
    return last + keptMs;
  }
}
