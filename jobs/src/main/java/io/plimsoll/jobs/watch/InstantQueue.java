package io.plimsoll.jobs.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What has come in for instants that are not over yet. What comes in order stands in a ring; what
 * comes for an instant before the ring's last, in a heap. Where several inputs are each in order,
 * the one that is ahead fills the ring and the others the heap: an event in order costs a
 * comparison, one behind costs the logarithm of those that wait, however far one input is ahead of
 * another. Within an instant there is no order. Mutable; allocates only to grow.
 */
final class InstantQueue<T> {

  /** No instant is waited for. */
  static final long NONE = Long.MAX_VALUE;

  private static final int FIRST_LENGTH = 64;

  private long[] inOrder = new long[FIRST_LENGTH];
  private Object[] inOrderEvents = new Object[FIRST_LENGTH];
  private int head;
  private int inOrderCount;

  /** Binary: neither child of place i, 2i + 1 and 2i + 2, is before it. */
  private long[] behind = new long[FIRST_LENGTH];

  private Object[] behindEvents = new Object[FIRST_LENGTH];
  private int behindCount;

  void add(long instant, T event) {
    if (inOrderCount == 0 || instant >= inOrder[place(inOrderCount - 1)]) {
      append(instant, event);
    } else {
      sink(instant, event);
    }
  }

  private void append(long instant, T event) {
    if (inOrderCount == inOrder.length) {
      growRing();
    }
    int last = place(inOrderCount++);
    inOrder[last] = instant;
    inOrderEvents[last] = event;
  }

  private void growRing() {
    int length = inOrder.length;
    long[] instants = Arrays.copyOf(inOrder, 2 * length);
    Object[] events = Arrays.copyOf(inOrderEvents, 2 * length);
    // What had wrapped around follows the rest.
    System.arraycopy(inOrder, 0, instants, length, head);
    System.arraycopy(inOrderEvents, 0, events, length, head);
    Arrays.fill(events, 0, head, null);
    inOrder = instants;
    inOrderEvents = events;
  }

  private int place(int index) {
    return (head + index) & (inOrder.length - 1);
  }

  private void sink(long instant, T event) {
    if (behindCount == behind.length) {
      behind = Arrays.copyOf(behind, 2 * behindCount);
      behindEvents = Arrays.copyOf(behindEvents, 2 * behindCount);
    }
    int hole = behindCount++;
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      if (behind[parent] <= instant) {
        break;
      }
      behind[hole] = behind[parent];
      behindEvents[hole] = behindEvents[parent];
      hole = parent;
    }
    behind[hole] = instant;
    behindEvents[hole] = event;
  }

  /** The earliest instant, or {@link #NONE}. */
  long first() {
    return Math.min(inOrderCount == 0 ? NONE : inOrder[head], behindCount == 0 ? NONE : behind[0]);
  }

  /** Takes what belongs to an instant, if it is the earliest, into a list. */
  void take(long instant, List<T> into) {
    if (first() != instant) {
      return;
    }
    while (inOrderCount > 0 && inOrder[head] == instant) {
      into.add(event(inOrderEvents, head));
      inOrderEvents[head] = null;
      head = place(1);
      inOrderCount--;
    }
    while (behindCount > 0 && behind[0] == instant) {
      into.add(event(behindEvents, 0));
      removeTop();
    }
  }

  /** Fills the top's place with the last, and lets it down to where nothing below is before it. */
  private void removeTop() {
    int last = --behindCount;
    long instant = behind[last];
    Object event = behindEvents[last];
    behindEvents[last] = null;
    if (last == 0) {
      return;
    }
    int hole = 0;
    for (int child = 1; child < last; child = 2 * hole + 1) {
      if (child + 1 < last && behind[child + 1] < behind[child]) {
        child++;
      }
      if (behind[child] >= instant) {
        break;
      }
      behind[hole] = behind[child];
      behindEvents[hole] = behindEvents[child];
      hole = child;
    }
    behind[hole] = instant;
    behindEvents[hole] = event;
  }

  /** All that waits, in no order. */
  List<T> all() {
    List<T> all = new ArrayList<>(inOrderCount + behindCount);
    for (int i = 0; i < inOrderCount; i++) {
      all.add(event(inOrderEvents, place(i)));
    }
    for (int i = 0; i < behindCount; i++) {
      all.add(event(behindEvents, i));
    }
    return all;
  }

  @SuppressWarnings("unchecked") // only events are put in
  private T event(Object[] events, int place) {
    return (T) events[place];
  }
}
