package io.plimsoll.jobs.watch;

import java.util.Arrays;

/**
 * The accounts that moves have found lately, by id: a table of {@value #WAYS} places for each set
 * of ids. An account that is asked for moves one place forward in its set, and the last place is
 * given to the next that is read; so those near their line stay, whatever else is read once. A
 * lookup allocates nothing.
 */
final class AccountCache {

  private static final int WAYS = 4;
  private static final int FREE = -1;

  private final int mask;
  private final int[] ids;
  private final WatchedAccount[] accounts;
  private long misses;

  /** A cache for at least so many accounts. */
  AccountCache(int capacity) {
    int sets = 1;
    while (sets * WAYS < capacity && sets < 1 << 28) {
      sets <<= 1;
    }
    mask = sets - 1;
    ids = new int[sets * WAYS];
    Arrays.fill(ids, FREE);
    accounts = new WatchedAccount[sets * WAYS];
  }

  /** The account, or null if it is not here. */
  WatchedAccount get(int id) {
    int first = firstOf(id);
    if (ids[first] == id) {
      return accounts[first];
    }
    for (int place = first + 1; place < first + WAYS; place++) {
      if (ids[place] == id) {
        WatchedAccount found = accounts[place];
        move(place - 1, place);
        ids[place - 1] = id;
        accounts[place - 1] = found;
        return found;
      }
    }
    misses++;
    return null;
  }

  /** Takes an account, new or changed; another may have to go. */
  void put(int id, WatchedAccount account) {
    int first = firstOf(id);
    int chosen = first + WAYS - 1;
    for (int place = first; place < first + WAYS; place++) {
      if (ids[place] == id) {
        chosen = place;
        break;
      }
      if (ids[place] == FREE) {
        chosen = Math.min(chosen, place);
      }
    }
    ids[chosen] = id;
    accounts[chosen] = account;
  }

  /** Takes an account that has changed, if it is here. */
  void replace(int id, WatchedAccount account) {
    int first = firstOf(id);
    for (int place = first; place < first + WAYS; place++) {
      if (ids[place] == id) {
        accounts[place] = account;
      }
    }
  }

  /** Lets go of an account. */
  void remove(int id) {
    int first = firstOf(id);
    for (int place = first; place < first + WAYS; place++) {
      if (ids[place] == id) {
        ids[place] = FREE;
        accounts[place] = null;
      }
    }
  }

  /** Lookups that found nothing. */
  long misses() {
    return misses;
  }

  private void move(int from, int to) {
    ids[to] = ids[from];
    accounts[to] = accounts[from];
  }

  private int firstOf(int id) {
    return (id & mask) * WAYS;
  }
}
