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

  /** Of an engine without checkpoints, whose state on disk cannot be told. */
  public static Outcome of(String backend, TickMeter meter, double loadSeconds, long heapBytes) {
    return of(backend, meter, loadSeconds, heapBytes, NONE, Checkpoints.OFF, NONE);
  }

  /** What the meter measured, and what it cannot. */
  public static Outcome of(
      String backend,
      TickMeter meter,
      double loadSeconds,
      long heapBytes,
      long diskBytes,
      Checkpoints checkpoints,
      double restoreSeconds) {
    return new Outcome(
        backend,
        Runtime.getRuntime().maxMemory(),
        meter.warmupTicks(),
        meter.ticks(),
        meter.seconds(),
        meter.judgements(),
        meter.tickTimes(),
        loadSeconds,
        heapBytes,
        diskBytes,
        checkpoints,
        restoreSeconds);
  }

  /** Ticks run in all. */
  public long allTicks() {
    return warmupTicks + ticks;
  }
}
