package io.plimsoll.benchmarks.cli;

import io.plimsoll.benchmarks.latency.LatencyReport;
import io.plimsoll.benchmarks.latency.LatencyRun;
import io.plimsoll.benchmarks.latency.LatencySpec;
import io.plimsoll.benchmarks.latency.LatencyTable;
import io.plimsoll.benchmarks.market.MarketKind;
import io.plimsoll.benchmarks.report.Json;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plimsoll bench latency}. */
@Command(
    name = "latency",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Milliseconds from a quote to its margin event: both in Kafka, on a cluster of processes of its"
          + " own, as plimsoll up makes it.",
      "Quotes are sent at an even rate, and timed from when they were due. At each rate an empty job"
          + " that only copies its topic is measured before the monitor, in the same cluster."
    })
final class LatencyCommand implements Callable<Integer> {

  private static final int MOST_SECONDS = 3600;
  private static final int MOST_PARALLELISM = 64;

  @Option(
      names = "--accounts",
      paramLabel = "N",
      defaultValue = "1m",
      converter = CountConverter.class,
      description = "Accounts, such as 1m. Default: ${DEFAULT-VALUE}.")
  private long accounts;

  @Option(
      names = "--rates",
      paramLabel = "Q",
      split = ",",
      defaultValue = "1000,10000,50000",
      description = "Quotes a second, with commas between. Default: ${DEFAULT-VALUE}.")
  private List<Integer> rates;

  @Option(
      names = "--warmup",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description = "At each rate, before what counts. Default: ${DEFAULT-VALUE}.")
  private int warmup;

  @Option(
      names = "--seconds",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "At each rate, which count. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = {"-p", "--parallelism"},
      paramLabel = "N",
      defaultValue = "2",
      description = "Subtasks of each stage, of both jobs. Default: ${DEFAULT-VALUE}.")
  private int parallelism;

  @Option(
      names = "--alerts",
      description =
          "Measures the monitor twice more at the last rate: beside the alerts' job while a webhook"
              + " on this machine answers at once, and while it never does.")
  private boolean alerts;

  @Mixin private MarketOptions market = new MarketOptions();

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = {
        "Any Flink option of the cluster. Default: taskmanager.memory.process.size=6g, which a"
            + " million accounts want."
      })
  private Map<String, String> flink = new LinkedHashMap<>();

  @Option(names = "--json", description = "One JSON object a job and rate instead of a table.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter out = spec.commandLine().getOut();
    List<LatencyReport> reports = new ArrayList<>();
    new LatencyRun(
            checked(),
            line -> {
              err.println(line);
              err.flush();
            })
        .run(
            Files.createTempDirectory("plimsoll-latency"),
            report -> {
              reports.add(report);
              if (json) {
                out.println(Json.line(report));
                out.flush();
              }
            });
    if (!json) {
      LatencyTable.lines(reports).forEach(out::println);
      out.flush();
    }
    return 0;
  }

  private LatencySpec checked() {
    for (int rate : rates) {
      Ranges.refuseOutside(1, "--rates", rate, 1_000_000);
    }
    Ranges.refuseOutside(0, "--warmup", warmup, MOST_SECONDS);
    Ranges.refuseOutside(1, "--seconds", seconds, MOST_SECONDS);
    Ranges.refuseOutside(1, "--parallelism", parallelism, MOST_PARALLELISM);
    Map<String, String> all = new LinkedHashMap<>();
    all.put("taskmanager.memory.process.size", "6g");
    all.putAll(flink);
    return new LatencySpec(
        market.market(accounts, MarketKind.WALK, 0, 0),
        rates,
        warmup,
        seconds,
        parallelism,
        alerts,
        all);
  }
}
