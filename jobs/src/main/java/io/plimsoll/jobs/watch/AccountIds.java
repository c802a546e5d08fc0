package io.plimsoll.jobs.watch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Small numbers for the names of accounts that are watched, so that the hot path knows no strings.
 *
 * <p>A name takes its bytes and one or two for their number, rounded up to 8, and some 12 bytes
 * beside; no object of its own. An id that is released is given out again, and so is the room of
 * its name. Constant time. Not thread-safe.
 */
final class AccountIds {

  static final int NONE = -1;

  private final Names names = new Names();

  /** By id: where its name stands; or, of a free id, the next free one. */
  private int[] place = new int[64];

  private int limit;
  private int free = NONE;
  private int count;

  /** Ids by hash of their name, open addressing, at most two thirds full. */
  private int[] table = emptyTable(128);

  private static int[] emptyTable(int length) {
    int[] table = new int[length];
    Arrays.fill(table, NONE);
    return table;
  }

  /** The id of a name, or {@link #NONE}. */
  int find(String name) {
    return table[slotOf(name.getBytes(StandardCharsets.UTF_8))];
  }

  /** The id of a name, which it has from now on. */
  int intern(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    int slot = slotOf(bytes);
    if (table[slot] != NONE) {
      return table[slot];
    }
    if (3L * (count + 1) > 2L * table.length) {
      rehash();
      slot = slotOf(bytes);
    }
    int id = take();
    place[id] = names.add(bytes);
    table[slot] = id;
    count++;
    return id;
  }

  /** The name of an id in use. */
  String name(int id) {
    return names.get(place[id]);
  }

  /** Gives an id back. */
  void release(int id) {
    removeFromTable(id);
    names.remove(place[id]);
    place[id] = free;
    free = id;
    count--;
  }

  int count() {
    return count;
  }

  long heapBytes() {
    return names.heapBytes() + 4L * place.length + 4L * table.length;
  }

  private int take() {
    if (free != NONE) {
      int id = free;
      free = place[id];
      return id;
    }
    if (limit == place.length) {
      place = Arrays.copyOf(place, limit + (limit >> 1));
    }
    return limit++;
  }

  /** Where the name stands in the table, or would stand. */
  private int slotOf(byte[] name) {
    int mask = table.length - 1;
    int slot = Names.hash(name, 0, name.length) & mask;
    while (table[slot] != NONE && !names.equals(place[table[slot]], name)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void rehash() {
    int[] old = table;
    table = emptyTable(2 * old.length);
    int mask = table.length - 1;
    for (int id : old) {
      if (id != NONE) {
        int slot = home(id, mask);
        while (table[slot] != NONE) {
          slot = (slot + 1) & mask;
        }
        table[slot] = id;
      }
    }
  }

  private int home(int id, int mask) {
    return names.hash(place[id]) & mask;
  }

  /** Closes the gap, so that a search may still end at the first free slot. */
  private void removeFromTable(int id) {
    int mask = table.length - 1;
    int gap = home(id, mask);
    while (table[gap] != id) {
      gap = (gap + 1) & mask;
    }
    int slot = gap;
    while (true) {
      slot = (slot + 1) & mask;
      if (table[slot] == NONE) {
        break;
      }
      // It may move into the gap if its home does not lie between the two, cyclically.
      if (((slot - home(table[slot], mask)) & mask) >= ((slot - gap) & mask)) {
        table[gap] = table[slot];
        gap = slot;
      }
    }
    table[gap] = NONE;
  }
}
