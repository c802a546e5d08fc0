package io.plimsoll.jobs.watch;

import java.util.ArrayList;
import java.util.List;

/**
 * What has come in for instants that are not over yet, by instant: a ring of instants in order,
 * each with its events. Made for events that come nearly in order, some of them in runs: one for
 * the last instant, or for the one after that of the event before, costs a comparison; one for an
 * instant that is there, a search; one for an instant between, the moving of those after it. Within
 * an instant there is no order. Mutable; allocates only to grow.
 */
final class InstantQueue<T> {

  /** No instant is waited for. */
  static final long NONE = Long.MAX_VALUE;

  private static final int FIRST_LENGTH = 64;

  private long[] instants = new long[FIRST_LENGTH];

  /** Parallel; what is beyond the size is empty and used again. */
  private List<List<T>> events = emptyLists(FIRST_LENGTH);

  /** Place of the first in the ring. */
  private int head;

  private int size;

  /** Index of the instant that the last event was for. */
  private int recent;

  private static <T> List<List<T>> emptyLists(int count) {
    List<List<T>> lists = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      lists.add(new ArrayList<>(2));
    }
    return lists;
  }

  void add(long instant, T event) {
    recent = indexOf(instant);
    events.get(place(recent)).add(event);
  }

  /** The index of an instant, which is there from now on. */
  private int indexOf(long instant) {
    if (size == 0 || instant > at(size - 1)) {
      return insert(size, instant);
    }
    for (int index = recent; index <= recent + 1 && index < size; index++) {
      if (at(index) == instant) {
        return index;
      }
    }
    int low = 0;
    int high = size - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (at(middle) < instant) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return at(low) == instant ? low : insert(low, instant);
  }

  private int insert(int index, long instant) {
    if (size == instants.length) {
      grow();
    }
    int last = place(size);
    List<T> empty = events.get(last);
    for (int i = size; i > index; i--) {
      instants[place(i)] = instants[place(i - 1)];
      events.set(place(i), events.get(place(i - 1)));
    }
    instants[place(index)] = instant;
    events.set(place(index), empty);
    size++;
    return index;
  }

  private void grow() {
    int length = instants.length;
    long[] longer = new long[2 * length];
    List<List<T>> lists = new ArrayList<>(2 * length);
    for (int i = 0; i < length; i++) {
      longer[i] = at(i);
      lists.add(events.get(place(i)));
    }
    lists.addAll(emptyLists(length));
    instants = longer;
    events = lists;
    head = 0;
  }

  private long at(int index) {
    return instants[place(index)];
  }

  private int place(int index) {
    return (head + index) & (instants.length - 1);
  }

  /** The earliest instant, or {@link #NONE}. */
  long first() {
    return size == 0 ? NONE : instants[head];
  }

  /** Takes what belongs to an instant, if it is the earliest, into a list. */
  void take(long instant, List<T> into) {
    if (first() != instant || size == 0) {
      return;
    }
    List<T> taken = events.get(head);
    for (int i = 0; i < taken.size(); i++) {
      into.add(taken.get(i));
    }
    taken.clear();
    head = place(1);
    size--;
    recent = Math.max(0, recent - 1);
  }

  /** All that waits, in the order of instants. */
  List<T> all() {
    List<T> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      all.addAll(events.get(place(i)));
    }
    return all;
  }
}
