package io.plimsoll.benchmarks.live;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * When what is sent at an even rate is due.
 *
 * @param startMicros of the first, since the epoch
 * @param perSecond how many a second
 */
public record Schedule(long startMicros, int perSecond) {

  private static final long MICROS = TimeUnit.SECONDS.toMicros(1);

  private static final long MILLI = TimeUnit.MILLISECONDS.toMicros(1);

  /** When one is due, counted from 0; microseconds since the epoch. */
  public long dueMicros(long index) {
    return startMicros + Math.multiplyExact(index, MICROS) / perSecond;
  }

  /** How many are due in so many seconds. */
  public long countIn(long seconds) {
    return seconds * perSecond;
  }

  /**
   * Waits until the millisecond is over in which one is due; at once when it has been for a while.
   * All of a millisecond go together: to wake for each would take more time from what is measured
   * than to send it.
   */
  public void await(long index, WallClock clock) {
    long over = (dueMicros(index) / MILLI + 1) * MILLI;
    for (long left = over - clock.micros(); left > 0; left = over - clock.micros()) {
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(left));
    }
  }
}
