package io.plimsoll.benchmarks.report;

import io.plimsoll.benchmarks.engine.Outcome;
import io.plimsoll.benchmarks.engine.Window;
import io.plimsoll.benchmarks.trigger.TriggerLog;
import java.util.ArrayList;
import java.util.List;

/**
 * One window, as it is printed.
 *
 * @param ticks in it
 * @param seconds that these took
 * @param ticksPerSecond of these
 * @param judgements made in these
 * @param events issued in these
 */
public record WindowReport(
    long ticks, double seconds, double ticksPerSecond, long judgements, long events) {

  /** The windows of a run, in order. */
  static List<WindowReport> of(Outcome outcome, TriggerLog triggers) {
    List<WindowReport> reports = new ArrayList<>();
    long first = outcome.warmupTicks();
    for (Window window : outcome.windows()) {
      long end = first + window.ticks();
      reports.add(
          new WindowReport(
              window.ticks(),
              window.seconds(),
              window.ticks() / window.seconds(),
              window.judgements(),
              triggers.count(first, end)));
      first = end;
    }
    return List.copyOf(reports);
  }
}
