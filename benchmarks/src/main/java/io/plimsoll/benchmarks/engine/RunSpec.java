package io.plimsoll.benchmarks.engine;

import io.plimsoll.benchmarks.market.MarketSpec;
import java.util.Map;

/**
 * One run of one engine. Equal specs are the same run.
 *
 * @param engine by its name on the command line
 * @param market accounts and prices
 * @param timing what is measured
 * @param cache accounts kept ready to be judged, of an engine that keeps any; or {@link
 *     #DEFAULT_CACHE}
 * @param checkpointIntervalMs or {@link #NO_CHECKPOINTS}
 * @param restore whether the job is started anew from its state at the end
 * @param jvmOptions of the engine's process, after those of the environment
 * @param flink any Flink options
 */
public record RunSpec(
    String engine,
    MarketSpec market,
    Timing timing,
    int cache,
    long checkpointIntervalMs,
    boolean restore,
    String jvmOptions,
    Map<String, String> flink) {

  public static final int DEFAULT_CACHE = -1;
  public static final long NO_CHECKPOINTS = 0;

  /** A run with everything else by default. */
  public static RunSpec of(String engine, MarketSpec market, Timing timing) {
    return new RunSpec(engine, market, timing, DEFAULT_CACHE, NO_CHECKPOINTS, false, "", Map.of());
  }

  public RunSpec withCache(int accounts) {
    return new RunSpec(
        engine, market, timing, accounts, checkpointIntervalMs, restore, jvmOptions, flink);
  }

  public RunSpec withCheckpoints(long intervalMs) {
    return new RunSpec(engine, market, timing, cache, intervalMs, restore, jvmOptions, flink);
  }

  public RunSpec withRestore(boolean wanted) {
    return new RunSpec(
        engine, market, timing, cache, checkpointIntervalMs, wanted, jvmOptions, flink);
  }

  public RunSpec withJvmOptions(String options) {
    return new RunSpec(
        engine, market, timing, cache, checkpointIntervalMs, restore, options, flink);
  }

  public RunSpec withFlink(Map<String, String> options) {
    return new RunSpec(
        engine, market, timing, cache, checkpointIntervalMs, restore, jvmOptions, options);
  }

  /** Options for the engine's process: everybody's, then its own. */
  public String allJvmOptions() {
    return (ChildJvm.environmentOptions() + " " + jvmOptions).strip();
  }
}
