package io.plimsoll.jobs.watch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Texts as bytes in a few large arrays, each at a place that stays its own until it is removed. The
 * room of a removed text is used for the next of the same length, rounded up to 8 bytes. Texts of
 * more than 255 bytes, which names of accounts are not, have an array each.
 */
final class Names {

  private static final int GRAIN_BITS = 3;
  private static final int GRAINS_BITS = 13;
  private static final int GRAINS = 1 << GRAINS_BITS;
  private static final int LONGEST = 255;
  private static final int NONE = -1;

  private byte[][] blocks = new byte[4][];
  private int blockCount;
  private int current = NONE;
  private int grainsUsed = GRAINS;

  /** By grains: the first free place of that size; each free place holds the next. */
  private final int[] free = new int[((LONGEST + 1) >> GRAIN_BITS) + 1];

  /** Blocks that hold one long text. */
  private final BitSet alone = new BitSet();

  private int[] freeBlocks = new int[4];
  private int freeBlockCount;

  Names() {
    Arrays.fill(free, NONE);
  }

  /** Keeps a text; returns its place. */
  int add(byte[] text) {
    if (text.length > LONGEST) {
      return addLong(text);
    }
    int grains = grains(text.length);
    int place = free[grains];
    if (place != NONE) {
      free[grains] = readInt(place);
    } else {
      place = append(grains);
    }
    byte[] block = blocks[place >>> GRAINS_BITS];
    int at = offset(place);
    block[at] = (byte) text.length;
    System.arraycopy(text, 0, block, at + 1, text.length);
    return place;
  }

  private static int grains(int length) {
    return (length + 1 + 7) >> GRAIN_BITS;
  }

  private int append(int grains) {
    if (grainsUsed + grains > GRAINS) {
      current = addBlock(new byte[GRAINS << GRAIN_BITS]);
      grainsUsed = 0;
    }
    int place = (current << GRAINS_BITS) + grainsUsed;
    grainsUsed += grains;
    return place;
  }

  private int addBlock(byte[] block) {
    if (freeBlockCount > 0) {
      int reused = freeBlocks[--freeBlockCount];
      blocks[reused] = block;
      return reused;
    }
    if (blockCount == 1 << (Integer.SIZE - GRAINS_BITS)) {
      throw new IllegalStateException("the names of the watched accounts fill 32 GiB");
    }
    if (blockCount == blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * blockCount);
    }
    blocks[blockCount] = block;
    return blockCount++;
  }

  private int addLong(byte[] text) {
    int block = addBlock(text.clone());
    alone.set(block);
    return block << GRAINS_BITS;
  }

  /** Lets go of a text. */
  void remove(int place) {
    int block = place >>> GRAINS_BITS;
    if (alone.get(block)) {
      blocks[block] = new byte[0];
      alone.clear(block);
      if (freeBlockCount == freeBlocks.length) {
        freeBlocks = Arrays.copyOf(freeBlocks, 2 * freeBlockCount);
      }
      freeBlocks[freeBlockCount++] = block;
      return;
    }
    int grains = grains(length(place));
    writeInt(place, free[grains]);
    free[grains] = place;
  }

  String get(int place) {
    byte[] block = blocks[place >>> GRAINS_BITS];
    return new String(block, start(place), length(place), StandardCharsets.UTF_8);
  }

  boolean equals(int place, byte[] text) {
    int start = start(place);
    return length(place) == text.length
        && Arrays.equals(
            blocks[place >>> GRAINS_BITS], start, start + text.length, text, 0, text.length);
  }

  int hash(int place) {
    int start = start(place);
    return hash(blocks[place >>> GRAINS_BITS], start, start + length(place));
  }

  /** Spread over all bits, for a table that uses the lowest. */
  static int hash(byte[] bytes, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    hash *= 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }

  long heapBytes() {
    long bytes = 0;
    for (int i = 0; i < blockCount; i++) {
      bytes += 16L + blocks[i].length;
    }
    return bytes + 4L * blocks.length + 4L * free.length + 4L * freeBlocks.length;
  }

  private int start(int place) {
    return alone.get(place >>> GRAINS_BITS) ? 0 : offset(place) + 1;
  }

  private int length(int place) {
    byte[] block = blocks[place >>> GRAINS_BITS];
    return alone.get(place >>> GRAINS_BITS) ? block.length : block[offset(place)] & LONGEST;
  }

  private static int offset(int place) {
    return (place & (GRAINS - 1)) << GRAIN_BITS;
  }

  private int readInt(int place) {
    byte[] block = blocks[place >>> GRAINS_BITS];
    int at = offset(place);
    return (block[at] & 0xff)
        | (block[at + 1] & 0xff) << 8
        | (block[at + 2] & 0xff) << 16
        | (block[at + 3] & 0xff) << 24;
  }

  private void writeInt(int place, int value) {
    byte[] block = blocks[place >>> GRAINS_BITS];
    int at = offset(place);
    block[at] = (byte) value;
    block[at + 1] = (byte) (value >> 8);
    block[at + 2] = (byte) (value >> 16);
    block[at + 3] = (byte) (value >> 24);
  }
}
