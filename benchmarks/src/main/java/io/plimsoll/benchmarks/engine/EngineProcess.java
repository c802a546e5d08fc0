package io.plimsoll.benchmarks.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.benchmarks.trigger.TriggerLog;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process of one run: a spec file in, an outcome file and the triggers out. */
public final class EngineProcess {

  static final String SPEC = "spec.json";
  static final String OUTCOME = "outcome.json";
  static final String TRIGGERS = "triggers";
  static final String SCRATCH = "scratch";

  private EngineProcess() {}

  /** Runs what the one argument, a directory, holds the spec of. */
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    ObjectMapper json = new ObjectMapper();
    RunSpec spec = json.readValue(directory.resolve(SPEC).toFile(), RunSpec.class);
    Engine engine = EngineName.find(spec.engine()).orElseThrow().open();
    TriggerLog triggers = new TriggerLog();
    Outcome outcome = engine.run(spec, triggers, Files.createDirectory(directory.resolve(SCRATCH)));
    triggers.write(directory.resolve(TRIGGERS));
    json.writeValue(directory.resolve(OUTCOME).toFile(), outcome);
    System.exit(0); // whatever threads an engine leaves behind
  }
}
