package io.plimsoll.jobs.console;

import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.risk.level.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where each account stands by its last event, and its latest events: of all accounts together a
 * bounded number, the oldest are forgotten first. Mutable.
 */
final class Standings {

  /** Events that are kept of one account, and of all of them. */
  private static final int OF_ONE = 40;

  private static final int OF_ALL = 50_000;

  private static final class Standing {
    Level level = Level.SAFE;
    long since;
    long lastEvent = Long.MIN_VALUE;
    final Deque<EventLine> events = new ArrayDeque<>(2);
  }

  private final Map<String, Standing> accounts = new HashMap<>();

  /** Whose oldest event is to be forgotten next; may name some that are gone already. */
  private final Deque<String> inOrder = new ArrayDeque<>();

  /**
   * Takes the next event of an account.
   *
   * @return false for one that it has had: at least once, a monitor says some again after a failure
   */
  boolean add(EventLine event) {
    Standing standing = accounts.computeIfAbsent(event.account(), name -> new Standing());
    if (event.instant() <= standing.lastEvent) {
      return false;
    }
    standing.lastEvent = event.instant();
    if (event.to() != standing.level) {
      standing.level = event.to();
      standing.since = event.instant();
    }
    standing.events.addLast(event);
    inOrder.addLast(event.account());
    if (standing.events.size() > OF_ONE) {
      standing.events.removeFirst();
    }
    while (inOrder.size() > OF_ALL) {
      forgetOldest(accounts.get(inOrder.removeFirst()));
    }
    return true;
  }

  /** One entry of the order stands for each event that was ever taken, so none is left over. */
  private static void forgetOldest(Standing standing) {
    if (standing != null && standing.events.size() > 1) {
      standing.events.removeFirst(); // the last one says where it stands
    }
  }

  /** Forgets an account that is gone, if it is SAFE by now. */
  void forget(String account) {
    if (level(account) == Level.SAFE) {
      accounts.remove(account);
    }
  }

  /** After its last event; SAFE before the first. */
  Level level(String account) {
    Standing standing = accounts.get(account);
    return standing == null ? Level.SAFE : standing.level;
  }

  /** Since when it is at its level, epoch milliseconds, if an event says so. */
  Optional<Long> since(String account) {
    return Optional.ofNullable(accounts.get(account)).map(standing -> standing.since);
  }

  /** Its latest events, oldest first. */
  List<EventLine> events(String account) {
    Standing standing = accounts.get(account);
    return standing == null ? List.of() : List.copyOf(standing.events);
  }
}
