package io.plimsoll.benchmarks.engine;

import io.plimsoll.benchmarks.market.MarketKind;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/**
 * Times ticks as they pass: first the warm-up, then the measurement, each ending after so many
 * ticks or when its time is up. Used by one thread, or by one after the other.
 *
 * <p>A crash is measured from its first instant to its last, whatever the warm-up took.
 */
public final class TickMeter {

  /** The part of the time limit that the warm-up may take. */
  private static final double WARMUP_SHARE = 0.25;

  private static final double NANOS = 1e9;

  private final long warmup;
  private final long ticks;
  private final long warmupNanos;
  private final long limitNanos;
  private final LongSupplier judgements;
  private final Histogram gaps = new Histogram(3);

  private boolean measuring;
  private boolean over;
  private long last;
  private long passed;
  private long start;
  private long measured;
  private long warmed;
  private long judgementsBefore;
  private long judgementsMade;

  /** A meter for one run; judgements are counted by whoever makes them. */
  public TickMeter(RunSpec spec, LongSupplier judgements) {
    this.warmup = spec.warmupTicks();
    this.ticks = spec.ticks();
    boolean limited = spec.maxSeconds() != RunSpec.NO_LIMIT;
    this.limitNanos = limited ? (long) (spec.maxSeconds() * NANOS) : Long.MAX_VALUE;
    boolean whole = spec.market().kind() == MarketKind.CRASH;
    this.warmupNanos =
        limited && !whole ? (long) (spec.maxSeconds() * NANOS * WARMUP_SHARE) : Long.MAX_VALUE;
    this.judgements = judgements;
  }

  /** The first tick is about to come. */
  public void start() {
    last = System.nanoTime();
    start = last;
    if (warmup == 0) {
      measure();
    }
  }

  /** A tick and all that came of it is done. */
  public void passed() {
    if (over) {
      return;
    }
    long now = System.nanoTime();
    passed++;
    if (measuring) {
      gaps.recordValue(now - last);
      measured++;
      if (measured == ticks || now - start >= limitNanos) {
        over = true;
        judgementsMade = judgements.getAsLong() - judgementsBefore;
      }
    } else if (passed == warmup || now - start >= warmupNanos) {
      warmed = passed;
      start = now;
      measure();
    }
    last = now;
  }

  private void measure() {
    measuring = true;
    judgementsBefore = judgements.getAsLong();
  }

  /** Whether the measurement has ended; ticks that pass later are not looked at. */
  public boolean isOver() {
    return over;
  }

  public long warmupTicks() {
    return warmed;
  }

  public long ticks() {
    return measured;
  }

  public double seconds() {
    return (last - start) / NANOS;
  }

  public long judgements() {
    return judgementsMade;
  }

  public TickTimes tickTimes() {
    return TickTimes.of(gaps);
  }
}
