package io.plimsoll.benchmarks.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.benchmarks.engine.ChildJvm;
import io.plimsoll.benchmarks.engine.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The process in which all graphs of a plan run in turn: a task file in, a result file out. */
final class PipelineProcess {

  private static final String TASK = "task.json";
  private static final String RESULT = "result.json";

  private PipelineProcess() {}

  /**
   * What is asked of it.
   *
   * @param plan to carry out
   * @param data directory of the history
   */
  record Task(PipelinePlan plan, String data) {}

  /**
   * What it answers.
   *
   * @param maxHeap of it, bytes
   * @param runs that count
   */
  record Result(long maxHeap, List<Run> runs) {}

  /** Forks, waits and reads the result. */
  static Result fork(PipelinePlan plan, Path data) throws IOException, InterruptedException {
    ObjectMapper json = new ObjectMapper();
    Path directory = Files.createTempDirectory("plimsoll-bench-");
    try {
      Task task = new Task(plan, data.toAbsolutePath().toString());
      json.writeValue(directory.resolve(TASK).toFile(), task);
      int code =
          ChildJvm.run("", System.getProperty("java.class.path"), PipelineProcess.class, directory);
      if (code != 0) {
        throw new IOException("the pipeline's process ended with exit code " + code);
      }
      return json.readValue(directory.resolve(RESULT).toFile(), Result.class);
    } finally {
      Directories.remove(directory);
    }
  }

  /** Does what the task in the one argument, a directory, asks. */
  public static void main(String[] arguments) throws Exception {
    ObjectMapper json = new ObjectMapper();
    Path directory = Path.of(arguments[0]);
    Task task = json.readValue(directory.resolve(TASK).toFile(), Task.class);
    List<Run> runs = task.plan().runAll(Path.of(task.data()), System.err::println);
    json.writeValue(
        directory.resolve(RESULT).toFile(), new Result(Runtime.getRuntime().maxMemory(), runs));
    System.exit(0); // whatever threads Flink leaves behind
  }
}
