package io.plimsoll.jobs.alert.delivery;

/**
 * Stops asking who has failed again and again: after {@link #FAILURES} in a row only one request is
 * let through each {@link #PAUSE_MS}, until one succeeds. It counts across notices: that one of
 * them was given up does not mean that the next will fare better.
 */
final class Breaker {

  static final int FAILURES = 5;
  static final long PAUSE_MS = 30_000;

  private int failures;
  private long pausedUntil = Long.MIN_VALUE;

  /** When the next request is allowed, epoch milliseconds. */
  long allowedAt() {
    return pausedUntil;
  }

  boolean isOpen() {
    return failures >= FAILURES;
  }

  /** Failures in a row. */
  int failures() {
    return failures;
  }

  void succeeded() {
    failures = 0;
    pausedUntil = Long.MIN_VALUE;
  }

  void failed(long now) {
    failures++;
    if (isOpen()) {
      pausedUntil = now + PAUSE_MS;
    }
  }
}
