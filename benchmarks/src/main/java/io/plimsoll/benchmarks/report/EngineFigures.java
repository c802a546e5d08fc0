package io.plimsoll.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one engine's runs come to.
 *
 * @param run the middle one, for all that a run has one figure of
 * @param ticksPerSecond of all windows of all runs
 */
public record EngineFigures(RunReport run, Spread ticksPerSecond) {

  /**
   * Of each engine and number of accounts, in the order given. The middle run is the one of median
   * speed; of an even number, the slower.
   */
  public static List<EngineFigures> of(List<RunReport> runs) {
    Map<String, List<RunReport>> together = new LinkedHashMap<>();
    for (RunReport run : runs) {
      String key = run.engine() + "/" + run.accounts();
      together.computeIfAbsent(key, e -> new ArrayList<>()).add(run);
    }
    return together.values().stream().map(EngineFigures::ofOne).toList();
  }

  private static EngineFigures ofOne(List<RunReport> runs) {
    List<RunReport> sorted = new ArrayList<>(runs);
    sorted.sort(Comparator.comparingDouble(RunReport::ticksPerSecond));
    double[] speeds =
        runs.stream()
            .flatMap(run -> run.windows().stream())
            .mapToDouble(WindowReport::ticksPerSecond)
            .toArray();
    return new EngineFigures(sorted.get((sorted.size() - 1) / 2), Spread.of(speeds));
  }

  /** Time of one tick at the median speed, microseconds. */
  public double microsPerTick() {
    return 1e6 / ticksPerSecond.median();
  }

  /** Judgements of one tick, on average. */
  public double judgementsPerTick() {
    return run.judgementsPerTick();
  }

  public long accounts() {
    return run.accounts();
  }
}
