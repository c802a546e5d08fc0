package io.plimsoll.benchmarks.engine;

import io.plimsoll.benchmarks.market.MarketSpec;
import java.util.Map;

/**
 * One run of one engine.
 *
 * @param engine by its name on the command line
 * @param market accounts and prices
 * @param warmupTicks not measured
 * @param ticks measured
 * @param maxSeconds after which the measurement ends early; {@link #NO_LIMIT} for never
 * @param cache accounts kept ready to be judged, of an engine that keeps any; or {@link
 *     #DEFAULT_CACHE}
 * @param checkpointIntervalMs or {@link #NO_CHECKPOINTS}
 * @param restore whether the job is started anew from its state at the end
 * @param flink any Flink options
 */
public record RunSpec(
    String engine,
    MarketSpec market,
    long warmupTicks,
    long ticks,
    double maxSeconds,
    int cache,
    long checkpointIntervalMs,
    boolean restore,
    Map<String, String> flink) {

  public static final double NO_LIMIT = 0;
  public static final int DEFAULT_CACHE = -1;
  public static final long NO_CHECKPOINTS = 0;
}
