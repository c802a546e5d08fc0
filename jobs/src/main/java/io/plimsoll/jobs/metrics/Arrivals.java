package io.plimsoll.jobs.metrics;

import java.util.Arrays;

/**
 * By instant, the latest arrival of what belongs to it: when it was written to its topic, which
 * records bear as their timestamp. So an event can be told from the last record that it waited for,
 * without any value that goes through the pipeline holding a wall clock.
 *
 * <p>A table with one place for an instant, by its last bits: to note and to ask costs a few
 * nanoseconds and allocates nothing, and nothing has to be removed. What is over may be
 * overwritten; where two instants that are both open meet, the table grows, up to {@value #LONGEST}
 * places, 17 minutes without a gap. Beyond that the earlier one is forgotten: its latency is then
 * not measured, never measured wrong. Not thread-safe.
 */
public final class Arrivals {

  /** Nothing of an instant came from a topic, or it was forgotten. */
  public static final long NONE = Long.MIN_VALUE;

  static final int LONGEST = 1 << 20;

  private static final int FIRST_LENGTH = 1 << 10;

  private long[] instants = new long[FIRST_LENGTH];
  private long[] latest = filled(FIRST_LENGTH);

  private static long[] filled(int length) {
    long[] none = new long[length];
    Arrays.fill(none, NONE);
    return none;
  }

  /**
   * Notes an arrival.
   *
   * @param instant that it belongs to, epoch milliseconds
   * @param arrival epoch milliseconds, or {@link #NONE}
   * @param over instants up to here are over
   */
  public void note(long instant, long arrival, long over) {
    if (arrival == NONE) {
      return;
    }
    int place = place(instant);
    if (instants[place] == instant) {
      latest[place] = Math.max(latest[place], arrival);
      return;
    }
    while (latest[place] != NONE && instants[place] > over && instants.length < LONGEST) {
      grow(over);
      place = place(instant);
    }
    instants[place] = instant;
    latest[place] = arrival;
  }

  /** The latest arrival of an instant, or {@link #NONE}. */
  public long of(long instant) {
    int place = place(instant);
    return instants[place] == instant ? latest[place] : NONE;
  }

  private int place(long instant) {
    return (int) instant & (instants.length - 1);
  }

  private void grow(long over) {
    long[] oldInstants = instants;
    long[] oldLatest = latest;
    instants = new long[2 * oldInstants.length];
    latest = filled(instants.length);
    for (int i = 0; i < oldInstants.length; i++) {
      if (oldLatest[i] != NONE && oldInstants[i] > over) {
        int place = place(oldInstants[i]);
        instants[place] = oldInstants[i];
        latest[place] = oldLatest[i];
      }
    }
  }
}
