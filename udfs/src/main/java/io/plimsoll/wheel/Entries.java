package io.plimsoll.wheel;

import java.util.Arrays;

/**
 * The entries, each an account, a version and the next in its bucket: 12 bytes. Kept in blocks, so
 * that growth copies nothing and never needs twice the room; freed ones are used first.
 */
final class Entries {

  static final int NONE = -1;

  private static final int BLOCK_BITS = 14;
  private static final int IN_BLOCK = (1 << BLOCK_BITS) - 1;
  private static final int INTS = 3;

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
    blocks[blockCount++] = new int[INTS << BLOCK_BITS];
  }

  void set(int entry, int account, int version, int next) {
    int[] block = blocks[entry >>> BLOCK_BITS];
    int at = (entry & IN_BLOCK) * INTS;
    block[at] = account;
    block[at + 1] = version;
    block[at + 2] = next;
  }

  int account(int entry) {
    return blocks[entry >>> BLOCK_BITS][(entry & IN_BLOCK) * INTS];
  }

  int version(int entry) {
    return blocks[entry >>> BLOCK_BITS][(entry & IN_BLOCK) * INTS + 1];
  }

  int next(int entry) {
    return blocks[entry >>> BLOCK_BITS][(entry & IN_BLOCK) * INTS + 2];
  }

  void setNext(int entry, int next) {
    blocks[entry >>> BLOCK_BITS][(entry & IN_BLOCK) * INTS + 2] = next;
  }

  void free(int entry) {
    setNext(entry, free);
    free = entry;
    used--;
  }

  /** Entries taken and not freed. */
  int used() {
    return used;
  }

  long heapBytes() {
    return 4L * blocks.length + blockCount * (16L + ((4L * INTS) << BLOCK_BITS));
  }
}
