package io.plimsoll.jobs.cluster;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for other processes, which tell nobody. */
final class Waiting {

  private static final long POLL_NANOS = 50_000_000L;

  private Waiting() {}

  /**
   * Asks again and again.
   *
   * @return whether it came true in time
   */
  static boolean until(Duration patience, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > patience.toNanos()) {
        return false;
      }
      pause();
    }
    return true;
  }

  /** Lets a moment pass between two questions. */
  static void pause() {
    if (Thread.currentThread().isInterrupted()) {
      throw new ServerException("interrupted while waiting");
    }
    LockSupport.parkNanos(POLL_NANOS);
  }
}
