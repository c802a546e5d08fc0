package io.plimsoll.jobs.alert.delivery;

/** So many requests a minute: a bucket that holds ten seconds' worth, and one at least. */
final class RateLimit {

  private static final double MINUTE_MS = 60_000;
  private static final double HELD_MS = 10_000;

  private final double perMs;
  private final double most;
  private double left;
  private long filledAt;

  RateLimit(int perMinute, long now) {
    perMs = perMinute / MINUTE_MS;
    most = Math.max(1, perMs * HELD_MS);
    left = most;
    filledAt = now;
  }

  /** When the next request is allowed, epoch milliseconds; at most {@code now} if it is. */
  long allowedAt(long now) {
    fill(now);
    return left >= 1 ? now : now + (long) Math.ceil((1 - left) / perMs);
  }

  /** Counts a request that was allowed. */
  void take(long now) {
    fill(now);
    left -= 1;
  }

  private void fill(long now) {
    left = Math.min(most, left + (now - filledAt) * perMs);
    filledAt = now;
  }
}
