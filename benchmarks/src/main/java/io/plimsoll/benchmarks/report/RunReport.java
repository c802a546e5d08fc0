package io.plimsoll.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plimsoll.benchmarks.engine.Checkpoints;
import io.plimsoll.benchmarks.engine.Outcome;
import io.plimsoll.benchmarks.engine.RunSpec;
import io.plimsoll.benchmarks.engine.TickTimes;
import io.plimsoll.benchmarks.market.MarketSpec;
import io.plimsoll.benchmarks.trigger.TriggerLog;
import java.util.List;

/**
 * One run of one engine, as it is printed. What was not measured is null.
 *
 * @param engine by its name on the command line
 * @param run from 1
 * @param accounts watched
 * @param assets in the market
 * @param holdingsPerAccount fewest-most
 * @param ticks measured, in all windows
 * @param seconds that these took
 * @param ticksPerSecond the median of the windows
 * @param judgements made in these
 * @param events issued in all ticks, the warm-up's too
 * @param tickMicros how long single ticks took
 * @param loadSeconds to load and judge all accounts once
 * @param heapBytesPerAccount what the accounts take on the Java heap, caches too
 * @param heap where it goes
 * @param diskBytesPerAccount of state, as a full checkpoint has it
 * @param checkpoints while it ran
 * @param restoreSeconds from the start of a new job to its first tick
 * @param windows each by itself
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
    HeapReport heap,
    Double diskBytesPerAccount,
    Checkpoints checkpoints,
    Double restoreSeconds,
    List<WindowReport> windows,
    String eventsChecked,
    Conditions conditions) {

  /**
   * Puts together what was asked for and what came of it. Ticks that were in flight when the
   * measurement ended do not count.
   */
  public static RunReport of(
      RunSpec spec, int run, Outcome outcome, TriggerLog triggers, String eventsChecked) {
    MarketSpec market = spec.market();
    List<WindowReport> windows = WindowReport.of(outcome, triggers);
    double accounts = market.accounts();
    return new RunReport(
        spec.engine(),
        run,
        market.accounts(),
        market.assets(),
        market.minHoldings() + "-" + market.maxHoldings(),
        outcome.ticks(),
        outcome.seconds(),
        Spread.of(windows.stream().mapToDouble(WindowReport::ticksPerSecond).toArray()).median(),
        outcome.judgements(),
        triggers.count(0, outcome.allTicks()),
        outcome.tickTimes(),
        outcome.loadSeconds(),
        outcome.heap().accountBytes() / accounts,
        HeapReport.of(spec, outcome.heap()),
        outcome.diskBytes() == Outcome.NONE ? null : outcome.diskBytes() / accounts,
        outcome.checkpoints(),
        outcome.restoreSeconds() == Outcome.NONE ? null : outcome.restoreSeconds(),
        windows,
        eventsChecked,
        RunConditions.of(spec, outcome));
  }

  /** Judgements of one tick, on average. */
  public double judgementsPerTick() {
    return judgements / (double) ticks;
  }

  /** Time over judgements, microseconds; of a run that judged somebody. */
  public double microsPerJudgement() {
    return seconds * 1e6 / judgements;
  }
}
