package io.plimsoll.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command itself, with an engine in a JVM of its own; {@code SuiteITCase} has all parts. */
class AllCommandITCase {

  @TempDir private Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine command = Bench.commandLine();
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  @Test
  void runsThePartsAskedForAndKeepsTheirResults() throws Exception {
    Path results = directory.resolve("results");
    String[] arguments = {
      "all", "--only", "micro,heap", "--scale-down", "0.0001", "--out", results.toString()
    };
    assertThat(run(arguments)).as(err.toString()).isZero();
    assertThat(out.toString()).containsSubsequence("## heap", "## micro");
    assertThat(Files.readAllLines(results.resolve("heap.jsonl"))).hasSize(1);
    assertThat(Files.readAllLines(results.resolve("micro.jsonl"))).hasSize(1);
    assertThat(run(arguments)).isEqualTo(Bench.BAD_ARGUMENTS); // not into the same directory
  }
}
