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
