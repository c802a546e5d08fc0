package io.plimsoll.jobs.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What has come in for instants that are not over yet: a binary heap by instant, which costs next
 * to nothing when things come in order. Within an instant there is no order. Mutable; allocates
 * only to grow.
 */
final class InstantQueue<T> {

  /** No instant is waited for. */
  static final long NONE = Long.MAX_VALUE;

  private long[] instants = new long[64];
  private Object[] events = new Object[64];
  private int size;

  void add(long instant, T event) {
    if (size == events.length) {
      instants = Arrays.copyOf(instants, 2 * size);
      events = Arrays.copyOf(events, 2 * size);
    }
    int at = size++;
    while (at > 0 && instants[(at - 1) >> 1] > instant) {
      int parent = (at - 1) >> 1;
      instants[at] = instants[parent];
      events[at] = events[parent];
      at = parent;
    }
    instants[at] = instant;
    events[at] = event;
  }

  /** The earliest instant, or {@link #NONE}. */
  long first() {
    return size == 0 ? NONE : instants[0];
  }

  /** Takes what belongs to an instant, the earliest, into a list. */
  void take(long instant, List<T> into) {
    while (size > 0 && instants[0] == instant) {
      into.add(takeFirst());
    }
  }

  @SuppressWarnings("unchecked") // only T gets in
  private T takeFirst() {
    T first = (T) events[0];
    size--;
    long instant = instants[size];
    Object event = events[size];
    events[size] = null;
    int at = 0;
    while (true) {
      int child = 2 * at + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size && instants[child + 1] < instants[child]) {
        child++;
      }
      if (instants[child] >= instant) {
        break;
      }
      instants[at] = instants[child];
      events[at] = events[child];
      at = child;
    }
    if (size > 0) {
      instants[at] = instant;
      events[at] = event;
    }
    return first;
  }

  /** All that waits, in no order. */
  @SuppressWarnings("unchecked") // only T gets in
  List<T> all() {
    List<T> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      all.add((T) events[i]);
    }
    return all;
  }
}
