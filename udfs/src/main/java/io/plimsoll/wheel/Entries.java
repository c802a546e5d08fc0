package io.plimsoll.wheel;

import java.util.Arrays;

/**
 * The entries: 16 bytes each, in two lists at once. One is that of the bucket, linked both ways, so
 * that an entry can leave it from anywhere; the other that of the account, linked one way, for it
 * leaves as a whole.
 *
 * <p>Kept in blocks, so that growth copies nothing and never needs twice the room. Freed entries
 * are used first, the last one freed before all: an account that is watched anew gets its own back,
 * which the processor still has at hand.
 */
final class Entries {

  static final int NONE = -1;

  private static final int BLOCK_BITS = 14;
  private static final int IN_BLOCK = (1 << BLOCK_BITS) - 1;
  private static final int INTS_BITS = 2;

  private static final int ACCOUNT = 0;
  private static final int NEXT = 1;
  private static final int PREVIOUS = 2;
  private static final int SIBLING = 3;

  private int[][] blocks = new int[4][];
  private int blockCount;
  private int made;
  private int used;
  private int free = NONE;

  /** An entry to fill in. */
  int take() {
    used++;
    if (free != NONE) {
      int entry = free;
      free = next(entry);
      return entry;
    }
    if (made >>> BLOCK_BITS == blockCount) {
      addBlock();
    }
    return made++;
  }

  private void addBlock() {
    if (made > Integer.MAX_VALUE - IN_BLOCK - 1) {
      throw new IllegalStateException("a price wheel holds at most 2^31 entries");
    }
    if (blockCount == blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * blocks.length);
    }
    blocks[blockCount++] = new int[1 << (BLOCK_BITS + INTS_BITS)];
  }

  void free(int entry) {
    setNext(entry, free);
    free = entry;
    used--;
  }

  /** Fills an entry in. */
  void set(int entry, int account, int next, int previous, int sibling) {
    int[] block = blocks[entry >>> BLOCK_BITS];
    int at = (entry & IN_BLOCK) << INTS_BITS;
    block[at + ACCOUNT] = account;
    block[at + NEXT] = next;
    block[at + PREVIOUS] = previous;
    block[at + SIBLING] = sibling;
  }

  int account(int entry) {
    return get(entry, ACCOUNT);
  }

  /** The next in the bucket, or {@link #NONE}. */
  int next(int entry) {
    return get(entry, NEXT);
  }

  /** The one before it in the bucket; of the first, {@link #first}. */
  int previous(int entry) {
    return get(entry, PREVIOUS);
  }

  /** The next of the account, or {@link #NONE}. */
  int sibling(int entry) {
    return get(entry, SIBLING);
  }

  void setNext(int entry, int next) {
    blocks[entry >>> BLOCK_BITS][((entry & IN_BLOCK) << INTS_BITS) + NEXT] = next;
  }

  void setPrevious(int entry, int previous) {
    blocks[entry >>> BLOCK_BITS][((entry & IN_BLOCK) << INTS_BITS) + PREVIOUS] = previous;
  }

  private int get(int entry, int field) {
    return blocks[entry >>> BLOCK_BITS][((entry & IN_BLOCK) << INTS_BITS) + field];
  }

  /** What the first of a bucket has before it: the place of the bucket, as a negative number. */
  static int first(int place) {
    return ~place;
  }

  static boolean isFirst(int previous) {
    return previous < 0;
  }

  /** The place of the bucket that this is the first of. */
  static int placeOf(int previous) {
    return ~previous;
  }

  /** Entries taken and not freed. */
  int used() {
    return used;
  }

  long heapBytes() {
    return 4L * blocks.length + blockCount * (16L + (4L << (BLOCK_BITS + INTS_BITS)));
  }
}
