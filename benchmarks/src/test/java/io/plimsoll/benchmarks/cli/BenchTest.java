package io.plimsoll.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BenchTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String arguments) {
    CommandLine command = Bench.commandLine();
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return command.execute(arguments.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "watch --help",
        "scale --help",
        "all --help",
        "micro --help",
        "latency --help",
        "soak --help"
      })
  void helpsWithEveryCommand(String arguments) {
    assertThat(run(arguments)).isZero();
    assertThat(out.toString()).startsWith("Usage: plimsoll bench");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "watch --engine nobody",
        "watch --accounts 0",
        "watch --accounts many",
        "watch --holdings 1-5",
        "watch --holdings 5-2",
        "watch --assets 3",
        "watch --ticks 0",
        "watch --runs 0",
        "watch --windows 0",
        "watch --windows 5 --market crash",
        "watch --checkpoint-interval 10",
        "watch --market sideways",
        "scale --accounts 0",
        "scale --engine nobody",
        "scale --windows 0",
        "latency --rates 0",
        "soak --rate 0",
        "soak --minutes 0",
        "soak --churn -1",
        "soak --sample 0",
        "soak --collect 0",
        "soak --accounts 0",
        "all --only everything",
        "all --scale-down 0",
        "all --scale-down 2",
        "nothing"
      })
  void refusesWhatItCannotRunInOneLine(String arguments) {
    assertThat(run(arguments)).isEqualTo(Bench.BAD_ARGUMENTS);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).hasSize(1);
  }

  @Test
  void countsMayBeInThousandsAndMillions() throws Exception {
    CountConverter counts = new CountConverter();
    assertThat(counts.convert("10k")).isEqualTo(10_000);
    assertThat(counts.convert("2M")).isEqualTo(2_000_000);
    assertThat(counts.convert("7")).isEqualTo(7);
  }
}
