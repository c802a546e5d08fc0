package io.plimsoll.jobs.watch;

import java.util.Arrays;

/** The accounts to judge at an instant, each once, by id. Mutable; allocates only to grow. */
final class TouchedAccounts {

  private int[] ids = new int[64];
  private int count;

  /** A bit for each id in the list. */
  private long[] marks = new long[64];

  void add(int id) {
    int word = id >> 6;
    if (word >= marks.length) {
      marks = Arrays.copyOf(marks, Math.max(word + 1, 2 * marks.length));
    }
    long bit = 1L << id;
    if ((marks[word] & bit) != 0) {
      return;
    }
    marks[word] |= bit;
    if (count == ids.length) {
      ids = Arrays.copyOf(ids, 2 * count);
    }
    ids[count++] = id;
  }

  /** Takes an account out; it stays in the list. To be called after all have been added. */
  void remove(int id) {
    if (contains(id)) {
      marks[id >> 6] &= ~(1L << id);
    }
  }

  /** Whether an account in the list is still to be judged. */
  boolean contains(int id) {
    int word = id >> 6;
    return word < marks.length && (marks[word] & 1L << id) != 0;
  }

  /** The length of the list. */
  int count() {
    return count;
  }

  int get(int i) {
    return ids[i];
  }

  void clear() {
    for (int i = 0; i < count; i++) {
      marks[ids[i] >> 6] = 0;
    }
    count = 0;
  }
}
