package io.plimsoll.benchmarks.cli;

import io.plimsoll.benchmarks.engine.RunSpec;
import io.plimsoll.benchmarks.engine.Timing;
import io.plimsoll.benchmarks.market.MarketKind;
import io.plimsoll.benchmarks.market.MarketSpec;
import io.plimsoll.benchmarks.report.EngineFigures;
import io.plimsoll.benchmarks.report.Json;
import io.plimsoll.benchmarks.report.RunReport;
import io.plimsoll.benchmarks.report.ScaleFigure;
import io.plimsoll.benchmarks.report.ScaleTable;
import io.plimsoll.benchmarks.suite.Runs;
import io.plimsoll.benchmarks.suite.SideBySide;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plimsoll bench scale}. */
@Command(
    name = "scale",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures how the cost of a tick grows with the number of accounts.",
      "As bench watch, at each number of accounts in turn. Engines must agree on their events."
    })
final class ScaleCommand implements Callable<Integer> {

  @Option(
      names = "--engine",
      paramLabel = "E",
      split = ",",
      defaultValue = "wheel,scan",
      completionCandidates = EngineCandidates.class,
      description =
          "Any of ${COMPLETION-CANDIDATES}, with commas between. Default: ${DEFAULT-VALUE}.")
  private List<String> engines;

  @Option(
      names = "--accounts",
      paramLabel = "N",
      split = ",",
      defaultValue = "10k,100k,1m",
      converter = CountConverter.class,
      description = "Numbers of accounts, with commas between. Default: ${DEFAULT-VALUE}.")
  private List<Long> accounts;

  @Option(
      names = "--scan-limit",
      paramLabel = "N",
      defaultValue = "1m",
      converter = CountConverter.class,
      description = {
        "Accounts beyond which only the first engine runs: the others would take hours. Default:"
            + " ${DEFAULT-VALUE}."
      })
  private long scanLimit;

  @Option(
      names = "--ticks",
      paramLabel = "T",
      defaultValue = "100k",
      converter = CountConverter.class,
      description =
          "Ticks of a window, after as many that are not measured. Default: ${DEFAULT-VALUE}.")
  private long ticks;

  @Option(
      names = "--max-seconds",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description = "When a window ends though ticks are left. Default: ${DEFAULT-VALUE}.")
  private double maxSeconds;

  @Mixin private MarketOptions marketOptions = new MarketOptions();

  @Mixin private RunOptions run = new RunOptions();

  @Option(names = "--figure", paramLabel = "FILE", description = "Also draw it, as a PNG.")
  private Optional<Path> figure = Optional.empty();

  @Option(names = "--json", description = "One JSON object a run instead of a table.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    run.check();
    List<List<RunSpec>> plan = accounts.stream().map(this::specs).toList();
    PrintWriter out = spec.commandLine().getOut();
    List<EngineFigures> medians = new ArrayList<>();
    boolean agreed = true;
    for (List<RunSpec> specs : plan) {
      List<RunReport> reports = new ArrayList<>();
      agreed &=
          new SideBySide(specs, run.runs, false, Runs.forked(), spec.commandLine().getErr())
              .run(reports::add);
      if (json) {
        reports.forEach(report -> out.println(Json.line(report)));
        out.flush();
      }
      medians.addAll(EngineFigures.of(reports));
    }
    if (!json) {
      ScaleTable.lines(medians).forEach(out::println);
      out.flush();
    }
    if (figure.isPresent()) {
      ScaleFigure.write(medians, figure.orElseThrow());
    }
    return agreed ? 0 : Bench.FAILED;
  }

  private List<RunSpec> specs(long count) {
    MarketSpec market = marketOptions.market(count, MarketKind.WALK, 0, 0);
    Timing timing = new Timing(ticks, ticks, run.windows, maxSeconds);
    return EngineCandidates.inOrder(engines).stream()
        .limit(count > scanLimit ? 1 : Long.MAX_VALUE)
        .map(name -> RunSpec.of(name, market, timing).withCache(run.cache()).withFlink(run.flink))
        .toList();
  }
}
