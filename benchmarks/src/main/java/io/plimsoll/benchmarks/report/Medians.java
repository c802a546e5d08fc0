package io.plimsoll.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The middle run of each engine. */
public final class Medians {

  private Medians() {}

  /** Of each engine, in the order given, the run of median speed; of an even number, the slower. */
  public static List<RunReport> of(List<RunReport> runs) {
    Map<String, List<RunReport>> byEngine = new LinkedHashMap<>();
    runs.forEach(r -> byEngine.computeIfAbsent(r.engine(), e -> new ArrayList<>()).add(r));
    List<RunReport> medians = new ArrayList<>();
    for (List<RunReport> ofOne : byEngine.values()) {
      ofOne.sort(Comparator.comparingDouble(RunReport::ticksPerSecond));
      medians.add(ofOne.get((ofOne.size() - 1) / 2));
    }
    return medians;
  }
}
