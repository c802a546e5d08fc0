package io.plimsoll.jobs.chaos;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The end of patience, of a whole run and of each wait in it.
 *
 * @param endNanos by {@link System#nanoTime}
 */
record TimeLimit(long endNanos) {

  /** What is waited for. */
  interface Condition {
    boolean isTrue() throws InterruptedException;
  }

  private static final long POLL_MS = 100;

  static TimeLimit in(Duration time) {
    return new TimeLimit(System.nanoTime() + time.toNanos());
  }

  Duration left() {
    return Duration.ofNanos(endNanos - System.nanoTime());
  }

  /**
   * Asks again and again until it is true.
   *
   * @param patience how long at most, within the limit
   * @param what is waited for, for people
   * @throws ChaosException when it does not come true in time
   */
  void await(Duration patience, String what, Condition condition) throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.isTrue()) {
      if (left().isNegative()) {
        throw new ChaosException("the time limit is over, and not yet: " + what);
      }
      if (System.nanoTime() - start > patience.toNanos()) {
        throw new ChaosException("not within " + patience.toSeconds() + " s: " + what);
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MS);
    }
  }
}
