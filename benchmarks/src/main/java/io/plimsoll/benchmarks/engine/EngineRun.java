package io.plimsoll.benchmarks.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.benchmarks.trigger.TriggerLog;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One run of an engine in a fresh JVM, with its result.
 *
 * @param outcome what it measured
 * @param triggers what it issued
 */
public record EngineRun(Outcome outcome, TriggerLog triggers) {

  /** Forks, waits and reads the result. */
  public static EngineRun fork(RunSpec spec) throws IOException, InterruptedException {
    EngineName engine = EngineName.find(spec.engine()).orElseThrow();
    Path directory = Files.createTempDirectory("plimsoll-bench-");
    try {
      ObjectMapper json = new ObjectMapper();
      json.writeValue(directory.resolve(EngineProcess.SPEC).toFile(), spec);
      int code = ChildJvm.run(spec.jvmOptions(), classPath(engine), EngineProcess.class, directory);
      if (code != 0) {
        throw new EngineFailedException(engine, code);
      }
      return new EngineRun(
          json.readValue(directory.resolve(EngineProcess.OUTCOME).toFile(), Outcome.class),
          TriggerLog.read(directory.resolve(EngineProcess.TRIGGERS)));
    } finally {
      Directories.remove(directory);
    }
  }

  private static String classPath(EngineName engine) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> engine.mayUse(Path.of(entry).getFileName().toString()))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
