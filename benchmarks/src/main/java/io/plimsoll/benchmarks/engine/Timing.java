package io.plimsoll.benchmarks.engine;

/**
 * What of a run is timed: a warm-up, then windows, one right after the other, each measured by
 * itself. Loading costs far more than ticking, so a run gives as many figures as it has windows.
 *
 * @param warmupTicks not measured
 * @param ticks of a window
 * @param windows how many
 * @param maxSeconds after which a window ends early; {@link #NO_LIMIT} for never
 */
public record Timing(long warmupTicks, long ticks, int windows, double maxSeconds) {

  public static final double NO_LIMIT = 0;

  /** One window of so many ticks, however long it takes. */
  public static Timing of(long warmupTicks, long ticks) {
    return new Timing(warmupTicks, ticks, 1, NO_LIMIT);
  }

  /** Ticks that may come, all told. */
  public long mostTicks() {
    return warmupTicks + windows * ticks;
  }
}
