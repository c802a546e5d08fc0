package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.chaos.ChaosException;
import io.plimsoll.jobs.chaos.ChaosOptions;
import io.plimsoll.jobs.chaos.ChaosReport;
import io.plimsoll.jobs.chaos.ChaosRun;
import io.plimsoll.jobs.chaos.Fault;
import io.plimsoll.jobs.cluster.Installation;
import io.plimsoll.jobs.demo.DemoMarket;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plimsoll chaos}. */
@Command(
    name = "chaos",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Kills and stalls the processes of a cluster while monitors run in it, and compares what they"
          + " have written with an undisturbed run.",
      "In a cluster of its own, on free ports: two monitors, one at least once and one exactly"
          + " once, for each kind of fault. Ends with exit code 1 if a margin event is missing, or"
          + " other, or exactly once there twice. docs/chaos.md has more."
    })
final class ChaosCommand implements Callable<Integer> {

  private static final int ACCOUNTS = 300;

  @Option(
      names = "--faults",
      paramLabel = "FAULT",
      split = ",",
      converter = FaultConverter.class,
      description = "Which, with commas between them: ${COMPLETION-CANDIDATES}. Default: all.")
  private List<Fault> faults = List.of(Fault.values());

  @Option(
      names = "--times",
      paramLabel = "N",
      defaultValue = "10",
      description = "How often each happens. Default: ${DEFAULT-VALUE}.")
  private int times;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What is left to chance is drawn from it. Default: the time of day.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "History that is fed (docs/files.md). Default: a demo's of " + ACCOUNTS + ".")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "plimsoll-chaos",
      description = "Where the report goes, and logs if it fails. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Option(
      names = "--time-limit",
      paramLabel = "DURATION",
      defaultValue = "1h",
      converter = DurationConverter.class,
      description = "How long all of it may take. Default: ${DEFAULT-VALUE}.")
  private long limitMs;

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "Any option of docs/options.md, or of Flink, for both monitors.")
  private Map<String, String> options = new LinkedHashMap<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (times < 1) {
      throw new BadArgumentException(
          "--times " + times + " is not allowed; allowed is a whole number of at least 1");
    }
    PrintWriter err = spec.commandLine().getErr();
    long start = System.nanoTime();
    ChaosRun run =
        new ChaosRun(
            new ChaosOptions(
                faults,
                times,
                seed.orElseGet(System::currentTimeMillis),
                history(),
                out,
                Duration.ofMillis(limitMs),
                options),
            Installation.ofThisProcess(),
            line -> {
              long seconds = (System.nanoTime() - start) / 1_000_000_000L;
              err.printf("%3d:%02d  %s%n", seconds / 60, seconds % 60, line);
              err.flush();
            });
    // Processes outlive whoever starts them; these are of no use to anybody.
    Thread stop = new Thread(run::stop);
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      return publish(run.run());
    } catch (ChaosException e) {
      err.println("chaos: " + e.getMessage() + "; logs are in " + out.resolve("cluster/log"));
      err.flush();
      return Plimsoll.FAILED;
    } finally {
      Runtime.getRuntime().removeShutdownHook(stop);
    }
  }

  private Path history() throws IOException {
    if (data.isPresent()) {
      return data.orElseThrow();
    }
    Path demo = out.resolve("data");
    Files.createDirectories(demo);
    new DemoMarket(DemoMarket.DEFAULT_SEED, ACCOUNTS).write(demo);
    return demo;
  }

  private int publish(ChaosReport report) throws IOException {
    Path file = out.resolve("chaos.json");
    report.write(file);
    PrintWriter print = spec.commandLine().getOut();
    report.table().forEach(print::println);
    print.println("each moment is in " + file);
    print.flush();
    return report.holds() ? 0 : Plimsoll.FAILED;
  }
}
