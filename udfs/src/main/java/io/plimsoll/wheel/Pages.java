package io.plimsoll.wheel;

import java.util.Arrays;

/**
 * The buckets that are not empty: 64 neighbours a page, found by side and page number in a hash
 * table of open addressing. A page whose buckets have all become empty stays for the next who comes
 * there, as one soon does near a price; empty ones go when they are more than half.
 */
final class Pages {

  static final int NONE = -1;
  static final int BUCKET_BITS = 6;
  static final int BUCKETS = 1 << BUCKET_BITS;
  static final int IN_PAGE = BUCKETS - 1;

  private static final long NO_KEY = -1; // no side is negative

  /** Empty pages not worth a search. */
  private static final int FEW = 64;

  /** By page: its key, a bit for each bucket that is not empty, the heads of the buckets. */
  private long[] key = new long[16];

  private long[] filled = new long[16];
  private int[] head = new int[16 * BUCKETS];

  /** By side: its pages that are not empty. */
  private int[] ofSide = new int[32];

  private int limit;
  private int count;
  private int empty;
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
    if (empty > FEW && 2 * empty > count) {
      dropEmpty();
    }
    int page = free;
    if (page == NONE) {
      if (limit == key.length) {
        grow();
      }
      page = limit++;
    } else {
      free = head[page * BUCKETS];
    }
    int side = (int) (newKey >> 32);
    if (side >= ofSide.length) {
      ofSide = Arrays.copyOf(ofSide, Math.max(side + 1, 2 * ofSide.length));
    }
    key[page] = newKey;
    filled[page] = 0;
    count++;
    empty++;
    if (2 * count > table.length) {
      rehash(2 * table.length);
    } else {
      enter(page);
    }
    return page;
  }

  private void grow() {
    if (limit > Integer.MAX_VALUE / 2 / BUCKETS) {
      throw new IllegalStateException("a price wheel holds at most 2^24 pages of buckets");
    }
    key = Arrays.copyOf(key, 2 * limit);
    filled = Arrays.copyOf(filled, 2 * limit);
    head = Arrays.copyOf(head, 2 * limit * BUCKETS);
  }

  private void dropEmpty() {
    for (int page = 0; page < limit; page++) {
      if (key[page] != NO_KEY && filled[page] == 0) {
        key[page] = NO_KEY;
        head[page * BUCKETS] = free;
        free = page;
      }
    }
    count -= empty;
    empty = 0;
    rehash(table.length);
  }

  private void rehash(int length) {
    if (length == table.length) {
      Arrays.fill(table, NONE);
    } else {
      table = emptyTable(length);
    }
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

  /** Where a bucket stands among all buckets of all pages. */
  static int place(int page, int bucket) {
    return page * BUCKETS + bucket;
  }

  /** The first entry of a bucket, or {@link Entries#NONE}. */
  int first(int place) {
    return (filled[place >> BUCKET_BITS] >>> place & 1) == 0 ? Entries.NONE : head[place];
  }

  /** Makes an entry the first of a bucket. */
  void setFirst(int place, int entry) {
    int page = place >> BUCKET_BITS;
    if (filled[page] == 0) {
      empty--;
      ofSide[side(page)]++;
    }
    filled[page] |= 1L << place;
    head[place] = entry;
  }

  /** Empties a bucket. */
  void clear(int place) {
    int page = place >> BUCKET_BITS;
    filled[page] &= ~(1L << place);
    if (filled[page] == 0) {
      empty++;
      ofSide[side(page)]--;
    }
  }

  /** Whether a side has entries. */
  boolean areOf(int side) {
    return side < ofSide.length && ofSide[side] > 0;
  }

  /** Pages below this may exist. */
  int limit() {
    return limit;
  }

  /** Pages there are, empty ones included. */
  int count() {
    return count;
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
    return 8L * key.length + 8L * filled.length + 4L * (head.length + ofSide.length + table.length);
  }

  private static long keyOf(int side, int number) {
    return ((long) side << 32) | (number & 0xffffffffL);
  }

  private static int slotOf(long key, int mask) {
    long mixed = key * 0x9E3779B97F4A7C15L; // Fibonacci hashing: neighbours are spread
    return (int) (mixed >>> 32) & mask;
  }
}
