package io.plimsoll.jobs.alert.delivery;

import java.util.function.DoubleSupplier;

/**
 * How long to wait after failures in a row: twice as long each time, up to a limit, of which half
 * is left to chance, so that many who failed together do not come back together.
 */
final class Backoff {

  static final long FIRST_MS = 1_000;
  static final long LONGEST_MS = 60_000;

  private final DoubleSupplier chance;

  /**
   * A backoff.
   *
   * @param chance numbers from 0, inside, to 1, outside
   */
  Backoff(DoubleSupplier chance) {
    this.chance = chance;
  }

  /**
   * How long to wait, milliseconds.
   *
   * @param failures in a row, at least 1
   */
  long pauseMs(int failures) {
    int doublings = Math.min(failures - 1, Long.SIZE / 4);
    long longest = Math.min(LONGEST_MS, FIRST_MS << doublings);
    return (long) (longest * (1 + chance.getAsDouble()) / 2);
  }
}
