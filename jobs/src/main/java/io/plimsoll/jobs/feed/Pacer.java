package io.plimsoll.jobs.feed;

/**
 * When an instant is due. The first one is due at once, and every other by the first, not by the
 * one before it: what was held up for a while is caught up with, and nothing drifts.
 */
final class Pacer {

  private static final double NANOS_PER_MS = 1e6;

  private final Speed speed;
  private final Stopwatch stopwatch;
  private boolean started;
  private long first;
  private long start;

  Pacer(Speed speed, Stopwatch stopwatch) {
    this.speed = speed;
    this.stopwatch = stopwatch;
  }

  /** How long it is until an instant is due; 0 or less when it is. */
  long nanosUntil(long instant) {
    long now = stopwatch.nanos();
    if (!started) {
      started = true;
      first = instant;
      start = now;
    }
    double after = (instant - first) * NANOS_PER_MS / speed.timesRealTime();
    return (long) after - (now - start);
  }

  /**
   * Event time that has passed, epoch milliseconds: that of the latest instant that would be due.
   * Of no meaning before the first instant; all of it where nothing has to wait.
   */
  long reached() {
    double passed = (stopwatch.nanos() - start) / NANOS_PER_MS * speed.timesRealTime();
    return Double.isFinite(passed) ? first + (long) passed : Long.MAX_VALUE;
  }
}
