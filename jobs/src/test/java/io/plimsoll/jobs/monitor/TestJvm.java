package io.plimsoll.jobs.monitor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes of Java on the class path of the tests. */
final class TestJvm {

  private TestJvm() {}

  /**
   * Starts one.
   *
   * @param log that what it prints is added to
   * @param options of the JVM
   * @param main the main class and its arguments
   */
  static Process start(Path log, List<String> options, List<String> main) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.addAll(main);
    File output = log.toFile();
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
        .start();
  }
}
