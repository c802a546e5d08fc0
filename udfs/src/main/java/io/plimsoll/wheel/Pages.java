package io.plimsoll.wheel;

import java.util.Arrays;

/**
 * The buckets that are not empty: 64 neighbours a page, found by side and page number in a hash
 * table of open addressing. A page exists while one of its buckets holds an entry.
 */
final class Pages {

  static final int NONE = -1;
  static final int BUCKET_BITS = 6;
  static final int BUCKETS = 1 << BUCKET_BITS;
  static final int IN_PAGE = BUCKETS - 1;

  private static final long NO_KEY = -1; // no side is negative

  /** By page: its key, a bit for each bucket that is not empty, the heads of the buckets. */
  private long[] key = new long[16];

  private long[] filled = new long[16];
  private int[] head = new int[16 * BUCKETS];

  private int limit;
  private int count;
  private int free = NONE;

  /** Pages by hash of their key, {@link #NONE} where there is none; at most half full. */
  private int[] table = emptyTable(32);

  private static int[] emptyTable(int length) {
    int[] table = new int[length];
    Arrays.fill(table, NONE);
    return table;
  }

  /** The page of a side and number, or {@link #NONE}. */
  int find(int side, int number) {
    long wanted = keyOf(side, number);
    int mask = table.length - 1;
    int slot = slotOf(wanted, mask);
    while (true) {
      int page = table[slot];
      if (page == NONE || key[page] == wanted) {
        return page;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** The page of a side and number, made if need be. */
  int at(int side, int number) {
    int page = find(side, number);
    return page != NONE ? page : make(keyOf(side, number));
  }

  private int make(long newKey) {
    int page = free;
    if (page == NONE) {
      if (limit == key.length) {
        key = Arrays.copyOf(key, 2 * limit);
        filled = Arrays.copyOf(filled, 2 * limit);
        head = Arrays.copyOf(head, 2 * limit * BUCKETS);
      }
      page = limit++;
    } else {
      free = head[page * BUCKETS];
    }
    key[page] = newKey;
    filled[page] = 0;
    count++;
    if (2 * count > table.length) {
      rehash();
    } else {
      enter(page);
    }
    return page;
  }

  private void rehash() {
    table = emptyTable(2 * table.length);
    for (int page = 0; page < limit; page++) {
      if (key[page] != NO_KEY) {
        enter(page);
      }
    }
  }

  private void enter(int page) {
    int mask = table.length - 1;
    int slot = slotOf(key[page], mask);
    while (table[slot] != NONE) {
      slot = (slot + 1) & mask;
    }
    table[slot] = page;
  }

  /** Puts an entry at the head of a bucket; returns what stood there. */
  int push(int page, int bucket, int entry) {
    int at = page * BUCKETS + bucket;
    long bit = 1L << bucket;
    int before = (filled[page] & bit) == 0 ? Entries.NONE : head[at];
    filled[page] |= bit;
    head[at] = entry;
    return before;
  }

  /** Empties a bucket that is not empty; returns its head. */
  int takeAll(int page, int bucket) {
    filled[page] &= ~(1L << bucket);
    return head[page * BUCKETS + bucket];
  }

  /** Frees a page of empty buckets. */
  void freeIfEmpty(int page) {
    if (filled[page] != 0) {
      return;
    }
    remove(page);
    key[page] = NO_KEY;
    head[page * BUCKETS] = free;
    free = page;
    count--;
  }

  /** Closes the gap, so that a search may still end at the first free slot. */
  private void remove(int page) {
    int mask = table.length - 1;
    int gap = slotOf(key[page], mask);
    while (table[gap] != page) {
      gap = (gap + 1) & mask;
    }
    int slot = gap;
    while (true) {
      slot = (slot + 1) & mask;
      if (table[slot] == NONE) {
        break;
      }
      int home = slotOf(key[table[slot]], mask);
      // It may move into the gap if its home does not lie between the two, cyclically.
      if (((slot - home) & mask) >= ((slot - gap) & mask)) {
        table[gap] = table[slot];
        gap = slot;
      }
    }
    table[gap] = NONE;
  }

  /** Pages below this may exist. */
  int limit() {
    return limit;
  }

  /** Pages there are. */
  int count() {
    return count;
  }

  boolean exists(int page) {
    return key[page] != NO_KEY;
  }

  /** The side of a page; negative if it does not exist. */
  int side(int page) {
    return (int) (key[page] >> 32);
  }

  int number(int page) {
    return (int) key[page];
  }

  /** A bit for each bucket that is not empty. */
  long filled(int page) {
    return filled[page];
  }

  long heapBytes() {
    return 8L * key.length + 8L * filled.length + 4L * head.length + 4L * table.length;
  }

  private static long keyOf(int side, int number) {
    return ((long) side << 32) | (number & 0xffffffffL);
  }

  private static int slotOf(long key, int mask) {
    long mixed = key * 0x9E3779B97F4A7C15L; // Fibonacci hashing: neighbours are spread
    return (int) (mixed >>> 32) & mask;
  }
}
