package io.plimsoll.jobs.feed;

import java.util.function.LongConsumer;

/**
 * When the next heartbeat is due, by the time of day, and how far it may go, by the rows alone: so
 * that when they are sent has no part in what is late. For one feed.
 */
public final class Heartbeats {

  private static final long NANOS_PER_MS = 1_000_000L;
  private static final long NEVER = Long.MAX_VALUE;

  private final long intervalNanos;
  private final long latenessMs;
  private final LongConsumer out;
  private long told;

  /**
   * Heartbeats every so often, and at the end.
   *
   * @param intervalMs between two of them, ms; 0 for none at all
   * @param latenessMs how far a row may stand behind its file and still be in time for whoever
   *     reads: a heartbeat must not make it late
   * @param out told the instant up to which all was sent, epoch milliseconds
   */
  public Heartbeats(long intervalMs, long latenessMs, LongConsumer out) {
    this.intervalNanos = intervalMs == 0 ? NEVER : intervalMs * NANOS_PER_MS;
    this.latenessMs = latenessMs;
    this.out = out;
  }

  /** None at all. */
  public static Heartbeats none() {
    return new Heartbeats(0, 0, upTo -> {});
  }

  /** The first is due an interval from now. */
  void start(long now) {
    told = now;
  }

  /** How long it is until the next is due; 0 or less when it is. */
  long nanosUntilNext(long now) {
    return intervalNanos == NEVER ? NEVER : intervalNanos - (now - told);
  }

  /**
   * Tells how far all partitions have come, before a row is sent.
   *
   * @param reached event time by the pace of the feed: nothing is said of what is yet to come
   * @param row instant of the row; all before it were sent, and what is still to be sent is at most
   *     the lateness behind it
   */
  void before(long row, long reached, long now) {
    told = now;
    out.accept(Math.min(reached, row - latenessMs) - 1);
  }

  /** Tells that nothing more comes. */
  void end(long last) {
    if (intervalNanos != NEVER) {
      out.accept(last);
    }
  }
}
