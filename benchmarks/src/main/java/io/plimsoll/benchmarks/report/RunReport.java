package io.plimsoll.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plimsoll.benchmarks.engine.Checkpoints;
import io.plimsoll.benchmarks.engine.Outcome;
import io.plimsoll.benchmarks.engine.RunSpec;
import io.plimsoll.benchmarks.engine.TickTimes;
import io.plimsoll.benchmarks.market.MarketSpec;

/**
 * One run of one engine, as it is printed. What was not measured is null.
 *
 * @param engine by its name on the command line
 * @param run from 1
 * @param accounts watched
 * @param assets in the market
 * @param holdingsPerAccount fewest-most
 * @param ticks measured
 * @param seconds that these took
 * @param ticksPerSecond of these
 * @param judgements made in these
 * @param events issued in all ticks, the warm-up's too
 * @param tickMicros how long single ticks took
 * @param loadSeconds to load and judge all accounts once
 * @param heapBytesPerAccount on the Java heap
 * @param diskBytesPerAccount of state, as a full checkpoint has it
 * @param checkpoints while it ran
 * @param restoreSeconds from the start of a new job to its first tick
 * @param eventsChecked what the events were held against
 * @param conditions under which all this holds
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RunReport(
    String engine,
    int run,
    long accounts,
    int assets,
    String holdingsPerAccount,
    long ticks,
    double seconds,
    double ticksPerSecond,
    long judgements,
    long events,
    TickTimes tickMicros,
    double loadSeconds,
    double heapBytesPerAccount,
    Double diskBytesPerAccount,
    Checkpoints checkpoints,
    Double restoreSeconds,
    String eventsChecked,
    Conditions conditions) {

  /** Puts together what was asked for and what came of it. */
  public static RunReport of(
      RunSpec spec, int run, Outcome outcome, long events, String eventsChecked) {
    MarketSpec market = spec.market();
    double accounts = market.accounts();
    return new RunReport(
        spec.engine(),
        run,
        market.accounts(),
        market.assets(),
        market.minHoldings() + "-" + market.maxHoldings(),
        outcome.ticks(),
        outcome.seconds(),
        outcome.ticks() / outcome.seconds(),
        outcome.judgements(),
        events,
        outcome.tickTimes(),
        outcome.loadSeconds(),
        outcome.heapBytes() / accounts,
        outcome.diskBytes() == Outcome.NONE ? null : outcome.diskBytes() / accounts,
        outcome.checkpoints(),
        outcome.restoreSeconds() == Outcome.NONE ? null : outcome.restoreSeconds(),
        eventsChecked,
        Conditions.of(spec, outcome));
  }

  /** Judgements of one tick, on average. */
  public double judgementsPerTick() {
    return judgements / (double) ticks;
  }

  /** Time of one tick, on average, microseconds. */
  public double microsPerTick() {
    return seconds * 1e6 / ticks;
  }
}
