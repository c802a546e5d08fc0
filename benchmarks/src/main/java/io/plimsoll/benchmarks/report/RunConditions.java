package io.plimsoll.benchmarks.report;

import io.plimsoll.benchmarks.engine.Outcome;
import io.plimsoll.benchmarks.engine.RunSpec;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the figures of an engine's run depend on. */
final class RunConditions {

  private RunConditions() {}

  static Conditions of(RunSpec spec, Outcome outcome) {
    Map<String, Object> own = new LinkedHashMap<>();
    own.put("backend", outcome.backend());
    own.put("parallelism", 1);
    own.put("market", spec.market().kind().name().toLowerCase(Locale.ROOT));
    own.put("seed", spec.market().seed());
    own.put("warmupTicks", outcome.warmupTicks());
    own.put("cache", spec.cache() == RunSpec.DEFAULT_CACHE ? null : spec.cache());
    own.put(
        "checkpointInterval",
        spec.checkpointIntervalMs() == RunSpec.NO_CHECKPOINTS ? null : spec.checkpointIntervalMs());
    own.put("flink", spec.flink());
    return Conditions.here(spec.allJvmOptions(), outcome.maxHeapBytes(), own);
  }
}
