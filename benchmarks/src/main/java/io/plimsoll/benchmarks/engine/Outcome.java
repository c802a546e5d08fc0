package io.plimsoll.benchmarks.engine;

/**
 * What one run measured.
 *
 * @param backend where accounts are kept
 * @param maxHeapBytes that the process may use
 * @param warmupTicks run before the measurement
 * @param ticks measured
 * @param seconds that these took
 * @param judgements made in these
 * @param tickTimes of these
 * @param loadSeconds from the first account to the last judged for the first time
 * @param heapBytes used after the load, less before it
 * @param diskBytes of the accounts' state, or {@link #NONE}
 * @param checkpoints while it ran
 * @param restoreSeconds from the start of a new job to its first tick, or {@link #NONE}
 */
public record Outcome(
    String backend,
    long maxHeapBytes,
    long warmupTicks,
    long ticks,
    double seconds,
    long judgements,
    TickTimes tickTimes,
    double loadSeconds,
    long heapBytes,
    long diskBytes,
    Checkpoints checkpoints,
    double restoreSeconds) {

  public static final long NONE = -1;

  /** Ticks run in all. */
  public long allTicks() {
    return warmupTicks + ticks;
  }
}
