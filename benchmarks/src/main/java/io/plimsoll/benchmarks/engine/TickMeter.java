package io.plimsoll.benchmarks.engine;

import io.plimsoll.benchmarks.market.MarketKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/**
 * Times ticks as they pass: first the warm-up, then the windows, each ending after so many ticks or
 * when its time is up, and the next beginning where it ended. A window is one tick at least,
 * however long that takes. Used by one thread, or by one after the other.
 *
 * <p>A crash is measured from its first instant to its last, whatever the warm-up took.
 */
public final class TickMeter {

  /** The part of a window's time limit that the warm-up may take. */
  private static final double WARMUP_SHARE = 0.25;

  private static final double NANOS = 1e9;

  private final Timing timing;
  private final long warmupNanos;
  private final long limitNanos;
  private final LongSupplier judgements;
  private final LongSupplier clock;
  private final Histogram gaps = new Histogram(3);
  private final List<Window> windows = new ArrayList<>();

  private boolean measuring;
  private long last;
  private long start;
  private long warmed;
  private long measured;
  private long judgementsBefore;

  /** A meter for one run; judgements are counted by whoever makes them. */
  public TickMeter(RunSpec spec, LongSupplier judgements) {
    this(spec, judgements, System::nanoTime);
  }

  /** With a clock of its own, nanoseconds. */
  TickMeter(RunSpec spec, LongSupplier judgements, LongSupplier clock) {
    this.timing = spec.timing();
    double limit = timing.maxSeconds() * NANOS;
    boolean limited = timing.maxSeconds() != Timing.NO_LIMIT;
    this.limitNanos = limited ? (long) limit : Long.MAX_VALUE;
    boolean whole = spec.market().kind() == MarketKind.CRASH;
    this.warmupNanos = limited && !whole ? (long) (limit * WARMUP_SHARE) : Long.MAX_VALUE;
    this.judgements = judgements;
    this.clock = clock;
  }

  /** The first tick is about to come. */
  public void start() {
    last = clock.getAsLong();
    start = last;
    if (timing.warmupTicks() == 0) {
      measuring = true;
      judgementsBefore = judgements.getAsLong();
    }
  }

  /** A tick and all that came of it is done. */
  public void passed() {
    if (isOver()) {
      return;
    }
    long now = clock.getAsLong();
    if (measuring) {
      gaps.recordValue(now - last);
      measured++;
      if (measured == timing.ticks() || now - start >= limitNanos) {
        endWindow(now);
      }
    } else {
      warmed++;
      if (warmed == timing.warmupTicks() || now - start >= warmupNanos) {
        measuring = true;
        start = now;
        judgementsBefore = judgements.getAsLong();
      }
    }
    last = now;
  }

  private void endWindow(long now) {
    long judged = judgements.getAsLong();
    windows.add(new Window(measured, (now - start) / NANOS, judged - judgementsBefore));
    start = now;
    measured = 0;
    judgementsBefore = judged;
  }

  /** Whether the measurement has ended; ticks that pass later are not looked at. */
  public boolean isOver() {
    return windows.size() == timing.windows();
  }

  public long warmupTicks() {
    return warmed;
  }

  /** Those that have ended. */
  public List<Window> windows() {
    return List.copyOf(windows);
  }

  public TickTimes tickTimes() {
    return TickTimes.of(gaps);
  }
}
