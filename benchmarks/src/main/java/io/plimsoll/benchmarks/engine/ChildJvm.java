package io.plimsoll.benchmarks.engine;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A JVM of its own for what is measured, with the heap that the launcher gives a job. */
public final class ChildJvm {

  /** Further options for it; an environment variable. */
  private static final String OPTIONS = "PLIMSOLL_JVM_OPTS";

  /** As the launcher has them. */
  private static final List<String> HEAP =
      List.of(
          "-XX:+UseParallelGC",
          "-XX:MaxRAMPercentage=50",
          "-XX:InitialRAMPercentage=25",
          "-XX:NewRatio=1",
          "-XX:MetaspaceSize=256m");

  private ChildJvm() {}

  /**
   * Runs a main class in it; what it says on the standard error is said on this one's.
   *
   * @param options of the JVM, after those of the environment; empty for none
   * @param classPath of it
   * @param main class that takes a directory, where its input is and its output goes
   * @param directory which also holds what Flink leaves behind
   * @return its exit code
   */
  public static int run(String options, String classPath, Class<?> main, Path directory)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(HEAP);
    command.addAll(inherited());
    command.addAll(parted(environmentOptions()));
    command.addAll(parted(options));
    command.add("-Djava.io.tmpdir=" + directory);
    command.addAll(List.of("-cp", classPath, main.getName(), directory.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.INHERIT)
            .start();
    Thread reaper = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(reaper);
    int code = process.waitFor();
    Runtime.getRuntime().removeShutdownHook(reaper);
    return code;
  }

  /** What the environment asks for; empty for nothing. */
  public static String environmentOptions() {
    return System.getenv().getOrDefault(OPTIONS, "");
  }

  private static List<String> parted(String options) {
    return Arrays.stream(options.split("\\s+")).filter(option -> !option.isEmpty()).toList();
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
}
