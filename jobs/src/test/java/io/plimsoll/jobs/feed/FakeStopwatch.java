package io.plimsoll.jobs.feed;

/** Time that passes only while somebody sleeps. */
final class FakeStopwatch implements Stopwatch {

  static final long NANOS_PER_MS = 1_000_000L;

  private long now = 17;

  /** Lets time pass. */
  void pass(long millis) {
    now += millis * NANOS_PER_MS;
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public void sleep(long nanos) {
    now += nanos;
  }
}
