package io.plimsoll.benchmarks.cli;

import io.plimsoll.benchmarks.engine.RunSpec;
import io.plimsoll.benchmarks.engine.Timing;
import io.plimsoll.benchmarks.market.MarketKind;
import io.plimsoll.benchmarks.market.MarketSpec;
import io.plimsoll.benchmarks.report.EngineFigures;
import io.plimsoll.benchmarks.report.Json;
import io.plimsoll.benchmarks.report.RunReport;
import io.plimsoll.benchmarks.report.RunTable;
import io.plimsoll.benchmarks.suite.Runs;
import io.plimsoll.benchmarks.suite.SideBySide;
import io.plimsoll.benchmarks.trigger.Trigger;
import io.plimsoll.jobs.cli.BadArgumentException;
import io.plimsoll.jobs.cli.DurationConverter;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plimsoll bench watch}. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures the margin watch alone: accounts are loaded, then prices tick, and only the ticks"
          + " are timed.",
      "Each engine runs in a JVM of its own, one after the other. The events of all must be the"
          + " same on the ticks that both ran, or the command fails."
    })
final class WatchCommand implements Callable<Integer> {

  private static final long CALM_TICKS = 200;

  @Option(
      names = "--engine",
      paramLabel = "E",
      split = ",",
      defaultValue = "wheel",
      completionCandidates = EngineCandidates.class,
      description = {
        "One or more of ${COMPLETION-CANDIDATES}, with commas between. The first is what the others"
            + " are held against, wheel if it is among them. Default: ${DEFAULT-VALUE}."
      })
  private List<String> engines;

  @Option(
      names = "--accounts",
      paramLabel = "N",
      defaultValue = "100k",
      converter = CountConverter.class,
      description = "Accounts, such as 1m. Default: ${DEFAULT-VALUE}.")
  private long accounts;

  @Option(
      names = "--ticks",
      paramLabel = "T",
      converter = CountConverter.class,
      description = "Ticks of a window. Default: 100k; 500 instants of a crash.")
  private Long ticks;

  @Option(
      names = "--warmup",
      paramLabel = "W",
      converter = CountConverter.class,
      description = "Ticks before them that are not. Default: as many again; 200 before a crash.")
  private Long warmup;

  @Option(
      names = "--max-seconds",
      paramLabel = "SECONDS",
      description = {
        "When a window ends though ticks are left; a quarter of it for the warm-up. 0: never."
            + " Default: 20; 0 for a crash."
      })
  private Double maxSeconds;

  @Option(
      names = "--market",
      paramLabel = "M",
      defaultValue = "WALK",
      description = {
        "walk: one asset moves at each tick. crash: all that is volatile falls by 30 %%, every asset"
            + " at every instant. Default: walk."
      })
  private MarketKind market;

  @Mixin private MarketOptions marketOptions = new MarketOptions();

  @Mixin private RunOptions run = new RunOptions();

  @Option(
      names = "--checkpoint-interval",
      paramLabel = "DURATION",
      defaultValue = "0",
      converter = DurationConverter.class,
      description = "Incremental checkpoints while it loads and ticks. Default: none.")
  private long checkpointInterval;

  @Option(
      names = "--restore",
      description = "Afterwards start the job anew from its state, and time it to its first tick.")
  private boolean restore;

  @Option(
      names = "--verify",
      description = {
        "Hold the events against a naive scan of all accounts at every instant. Always for a crash."
      })
  private boolean verify;

  @Option(names = "--json", description = "One JSON object a run instead of a table.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter out = spec.commandLine().getOut();
    SideBySide sideBySide = new SideBySide(specs(), run.runs, naive(), Runs.forked(), err);
    List<RunReport> reports = new ArrayList<>();
    boolean agreed =
        sideBySide.run(
            report -> {
              reports.add(report);
              if (json) {
                out.println(Json.line(report));
                out.flush();
              }
            });
    if (!json) {
      RunTable.lines(EngineFigures.of(reports)).forEach(out::println);
      out.flush();
    }
    return agreed ? 0 : Bench.FAILED;
  }

  private boolean naive() {
    return verify || market == MarketKind.CRASH;
  }

  /** The reference first. */
  private List<RunSpec> specs() {
    run.check();
    boolean crash = market == MarketKind.CRASH;
    long measured = ticks != null ? ticks : crash ? 500 : 100_000;
    long before = warmup != null ? warmup : crash ? CALM_TICKS : measured;
    double limit = maxSeconds != null ? maxSeconds : crash ? Timing.NO_LIMIT : 20;
    Timing timing = new Timing(before, measured, run.windows, limit);
    if (measured < 1 || before < 0 || timing.mostTicks() > Trigger.MAX_TICKS) {
      throw new BadArgumentException(
          "--ticks and --warmup: allowed are 1 to " + Trigger.MAX_TICKS + " in all windows");
    }
    if (crash && run.windows > 1) {
      throw new BadArgumentException(
          "--windows " + run.windows + ": a crash is one window; --runs repeats it");
    }
    MarketSpec drawn = marketOptions.market(accounts, market, before, measured);
    List<RunSpec> specs = new ArrayList<>();
    for (String name : EngineCandidates.inOrder(engines)) {
      specs.add(
          RunSpec.of(name, drawn, timing)
              .withCache(run.cache())
              .withCheckpoints(checkpointInterval)
              .withRestore(restore)
              .withFlink(run.flink));
    }
    return specs;
  }
}
