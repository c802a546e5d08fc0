package io.plimsoll.benchmarks.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.benchmarks.trigger.TriggerLog;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One run of an engine in a fresh JVM, with its result.
 *
 * @param outcome what it measured
 * @param triggers what it issued
 */
public record EngineRun(Outcome outcome, TriggerLog triggers) {

  /** What the engine's JVM is given, besides options of this one that make Flink run. */
  static final String JVM_OPTIONS = "PLIMSOLL_JVM_OPTS";

  /** Forks, waits and reads the result. */
  public static EngineRun fork(RunSpec spec) throws IOException, InterruptedException {
    EngineName engine = EngineName.find(spec.engine()).orElseThrow();
    Path directory = Files.createTempDirectory("plimsoll-bench-");
    try {
      ObjectMapper json = new ObjectMapper();
      json.writeValue(directory.resolve(EngineProcess.SPEC).toFile(), spec);
      Process process =
          new ProcessBuilder(command(spec, directory))
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.INHERIT)
              .start();
      Thread reaper = new Thread(process::destroyForcibly);
      Runtime.getRuntime().addShutdownHook(reaper);
      int code = process.waitFor();
      Runtime.getRuntime().removeShutdownHook(reaper);
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

  private static List<String> command(RunSpec spec, Path directory) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:MaxRAMPercentage=50", "-XX:+UseParallelGC"));
    command.addAll(inherited());
    String options = spec.allJvmOptions();
    Arrays.stream(options.split("\\s+")).filter(o -> !o.isEmpty()).forEach(command::add);
    command.add("-Djava.io.tmpdir=" + directory); // what Flink leaves behind goes with it
    command.addAll(List.of("-cp", classPath(EngineName.find(spec.engine()).orElseThrow())));
    command.addAll(List.of(EngineProcess.class.getName(), directory.toString()));
    return command;
  }

  /** Packages opened to Flink, where the log goes, where Flink's configuration is. */
  private static List<String> inherited() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(
            argument ->
                argument.startsWith("--add-opens")
                    || argument.startsWith("-Dplimsoll.")
                    || argument.startsWith("-Dlog4j2."))
        .toList();
  }

  private static String classPath(EngineName engine) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> engine.mayUse(Path.of(entry).getFileName().toString()))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
