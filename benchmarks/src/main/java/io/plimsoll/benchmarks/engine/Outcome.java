package io.plimsoll.benchmarks.engine;

import java.util.List;

/**
 * What one run measured.
 *
 * @param backend where accounts are kept
 * @param maxHeapBytes that the process may use
 * @param warmupTicks run before the measurement
 * @param windows measured, one after the other
 * @param tickTimes of all windows
 * @param loadSeconds from the first account to the last judged for the first time
 * @param heap before and after the load
 * @param diskBytes of the accounts' state, or {@link #NONE}
 * @param checkpoints while it ran
 * @param restoreSeconds from the start of a new job to its first tick, or {@link #NONE}
 */
public record Outcome(
    String backend,
    long maxHeapBytes,
    long warmupTicks,
    List<Window> windows,
    TickTimes tickTimes,
    double loadSeconds,
    HeapUse heap,
    long diskBytes,
    Checkpoints checkpoints,
    double restoreSeconds) {

  public static final long NONE = -1;

  /** Of an engine without checkpoints, whose state on disk cannot be told. */
  public static Outcome of(String backend, TickMeter meter, double loadSeconds, HeapUse heap) {
    return of(backend, meter, loadSeconds, heap, NONE, Checkpoints.OFF, NONE);
  }

  /** What the meter measured, and what it cannot. */
  public static Outcome of(
      String backend,
      TickMeter meter,
      double loadSeconds,
      HeapUse heap,
      long diskBytes,
      Checkpoints checkpoints,
      double restoreSeconds) {
    return new Outcome(
        backend,
        Runtime.getRuntime().maxMemory(),
        meter.warmupTicks(),
        meter.windows(),
        meter.tickTimes(),
        loadSeconds,
        heap,
        diskBytes,
        checkpoints,
        restoreSeconds);
  }

  /** Ticks measured, in all windows. */
  public long ticks() {
    return windows.stream().mapToLong(Window::ticks).sum();
  }

  /** What these took. */
  public double seconds() {
    return windows.stream().mapToDouble(Window::seconds).sum();
  }

  /** Judgements made in these. */
  public long judgements() {
    return windows.stream().mapToLong(Window::judgements).sum();
  }

  /** Ticks run in all. */
  public long allTicks() {
    return warmupTicks + ticks();
  }
}
