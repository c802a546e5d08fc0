package io.plimsoll.benchmarks.cli;

import io.plimsoll.benchmarks.market.MarketKind;
import io.plimsoll.benchmarks.report.Json;
import io.plimsoll.benchmarks.soak.SoakReport;
import io.plimsoll.benchmarks.soak.SoakRun;
import io.plimsoll.benchmarks.soak.SoakSpec;
import io.plimsoll.benchmarks.soak.SoakTable;
import io.plimsoll.jobs.options.MonitorOptions;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plimsoll bench soak}. */
@Command(
    name = "soak",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Whether anything grows: a monitor on a cluster of processes of its own, as plimsoll up makes"
          + " it, with an even rate of quotes and accounts that are opened, changed and closed.",
      "Exit code 1 if the heap after full collections, RocksDB, the lag or anything else that must"
          + " be flat grows; docs/performance.md says what counts as growth."
    })
final class SoakCommand implements Callable<Integer> {

  private static final int MOST_MINUTES = 10_000;
  private static final int MOST_A_SECOND = 1_000_000;
  private static final int MOST_SECONDS = 3600;
  private static final int MOST_PARALLELISM = 64;

  /** As many as a console takes by itself. */
  private static final int MOST_PAGES = 200;

  @Option(
      names = "--accounts",
      paramLabel = "N",
      defaultValue = "200k",
      converter = CountConverter.class,
      description = "Accounts that are open at any time, such as 1m. Default: ${DEFAULT-VALUE}.")
  private long accounts;

  @Option(
      names = "--rate",
      paramLabel = "Q",
      defaultValue = "10000",
      description = "Quotes a second. Default: ${DEFAULT-VALUE}.")
  private int rate;

  @Option(
      names = "--minutes",
      paramLabel = "MIN",
      defaultValue = "30",
      description = "How long; the first third is warm-up. Default: ${DEFAULT-VALUE}.")
  private int minutes;

  @Option(
      names = "--churn",
      paramLabel = "N",
      defaultValue = "100",
      description =
          "Accounts a second that are opened, and as many that are changed, and closed for good."
              + " Default: ${DEFAULT-VALUE}.")
  private int churn;

  @Option(
      names = "--sample",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "Between two looks. Default: ${DEFAULT-VALUE}.")
  private int sample;

  @Option(
      names = "--collect",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "Between two full collections of the heap, each a pause, which the samples take the heap"
              + " after. Default: ${DEFAULT-VALUE}.")
  private int collect;

  @Option(
      names = "--pages",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Also a console beside the monitor, with so many pages that read. Default: none.")
  private int pages;

  @Option(
      names = {"-p", "--parallelism"},
      paramLabel = "N",
      defaultValue = "2",
      description = "Subtasks of each stage. Default: ${DEFAULT-VALUE}.")
  private int parallelism;

  @Mixin private MarketOptions market = new MarketOptions();

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = {
        "Any option of docs/options.md or of Flink, for monitor and cluster. Defaults:"
            + " taskmanager.memory.process.size=4g (a million accounts want 6g),"
            + " taskmanager.memory.managed.size=128m (RocksDB's cache grows until it is full: this"
            + " one is within the warm-up),"
            + " plimsoll.watch.forget-closed-after=1min (without it the state keeps every account"
            + " there ever was, and grows)."
      })
  private Map<String, String> options = new LinkedHashMap<>();

  @Option(names = "--json", description = "One JSON object instead of tables.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter out = spec.commandLine().getOut();
    SoakReport report =
        new SoakRun(
                checked(),
                line -> {
                  err.println(line);
                  err.flush();
                })
            .run(Files.createTempDirectory("plimsoll-soak"));
    List<String> lines = json ? List.of(Json.line(report)) : SoakTable.lines(report);
    lines.forEach(out::println);
    out.flush();
    return report.isFlat() ? 0 : Bench.FAILED;
  }

  private SoakSpec checked() {
    Ranges.refuseOutside(1, "--rate", rate, MOST_A_SECOND);
    Ranges.refuseOutside(1, "--minutes", minutes, MOST_MINUTES);
    Ranges.refuseOutside(0, "--churn", churn, MOST_A_SECOND);
    Ranges.refuseOutside(1, "--sample", sample, MOST_SECONDS);
    Ranges.refuseOutside(1, "--collect", collect, MOST_SECONDS);
    Ranges.refuseOutside(0, "--pages", pages, MOST_PAGES);
    Ranges.refuseOutside(1, "--parallelism", parallelism, MOST_PARALLELISM);
    Map<String, String> all = new LinkedHashMap<>();
    all.put("taskmanager.memory.process.size", "4g");
    all.put("taskmanager.memory.managed.size", "128m");
    all.put(MonitorOptions.CLOSED_KEPT.key(), "1min");
    all.putAll(options);
    return new SoakSpec(
        market.market(accounts, MarketKind.WALK, 0, 0),
        rate,
        minutes,
        churn,
        sample,
        collect,
        pages,
        parallelism,
        all);
  }
}
