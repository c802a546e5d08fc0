package io.plimsoll.jobs.feed;

/**
 * When an instant is due. The first one is due at once, and every other by the first, not by the
 * one before it: what was held up for a while is caught up with, and nothing drifts. Any thread may
 * change the speed.
 */
final class Pacer {

  private static final double NANOS_PER_MS = 1e6;

  private final Stopwatch stopwatch;
  private Speed speed;
  private boolean started;
  private long first;
  private long start;
  private long asked;

  Pacer(Speed speed, Stopwatch stopwatch) {
    this.speed = speed;
    this.stopwatch = stopwatch;
  }

  /** How long it is until an instant is due; 0 or less when it is. */
  synchronized long nanosUntil(long instant) {
    long now = stopwatch.nanos();
    if (!started) {
      started = true;
      first = instant;
      start = now;
    }
    asked = instant;
    double after = (instant - first) * NANOS_PER_MS / speed.timesRealTime();
    return (long) after - (now - start);
  }

  /**
   * Event time that has passed, epoch milliseconds: that of the latest instant that would be due.
   * Of no meaning before the first instant; all of it where nothing has to wait.
   */
  synchronized long reached() {
    double passed = (stopwatch.nanos() - start) / NANOS_PER_MS * speed.timesRealTime();
    return Double.isFinite(passed) ? first + (long) passed : Long.MAX_VALUE;
  }

  /** From now on, wherever it has come to, another speed. */
  synchronized void change(Speed other) {
    if (started) {
      // Where nothing had to wait it has come to what was asked for last.
      first = Double.isInfinite(speed.timesRealTime()) ? asked : reached();
      start = stopwatch.nanos();
    }
    speed = other;
  }
}
