package io.plimsoll.benchmarks.engine;

import io.plimsoll.benchmarks.trigger.TriggerLog;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs of engines in this JVM: a fork takes longer than a small run. */
public final class RunsHere {

  private RunsHere() {}

  /** But for the one whose RocksDB does not live in one process with Flink's. */
  public static EngineRun run(RunSpec spec, Path directory) throws Exception {
    EngineName engine = EngineName.find(spec.engine()).orElseThrow();
    if (engine == EngineName.KAFKA_STREAMS) {
      return EngineRun.fork(spec);
    }
    TriggerLog triggers = new TriggerLog();
    Path scratch = Files.createTempDirectory(directory, "run");
    return new EngineRun(engine.open().run(spec, triggers, scratch), triggers);
  }
}
