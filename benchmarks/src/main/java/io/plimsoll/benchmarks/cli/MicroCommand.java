package io.plimsoll.benchmarks.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code plimsoll bench micro}. */
@Command(
    name = "micro",
    mixinStandardHelpOptions = true,
    description = {
      "Measures what one judgement costs and allocates, by JMH.",
      "Takes JMH's options behind --, such as: bench micro -- -f 3 -p mode=NETTED judge"
    })
final class MicroCommand implements Callable<Integer> {

  @Parameters(paramLabel = "OPTION", description = "Options of JMH, and which benchmarks to run.")
  private List<String> options = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-prof", "gc"));
    new Runner(new CommandLineOptions(all.toArray(String[]::new))).run();
    return 0;
  }
}
