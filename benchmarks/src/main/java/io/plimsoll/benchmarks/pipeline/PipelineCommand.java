package io.plimsoll.benchmarks.pipeline;

import io.plimsoll.benchmarks.report.Json;
import io.plimsoll.jobs.backfill.StateBackend;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench pipeline}. */
@Command(
    name = "pipeline",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Rows a second through the whole pipeline, beside those of its source alone.",
      "Draws a history of one-minute quotes as CSV, then reads it in turn into a counting sink and"
          + " through the pipeline into counting sinks, in one JVM that PLIMSOLL_JVM_OPTS is for."
    })
public final class PipelineCommand implements Callable<Integer> {

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "365",
      description = "Days of history, a quote a minute and asset. Default: ${DEFAULT-VALUE}.")
  private int days;

  @Option(
      names = "--assets",
      paramLabel = "N",
      defaultValue = "10",
      description = "Assets, a file of quotes each; 2 at least. Default: ${DEFAULT-VALUE}.")
  private int assets;

  @Option(
      names = "--accounts",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Accounts with two to four holdings each. Default: ${DEFAULT-VALUE}.")
  private int accounts;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The history is drawn from it. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--volatility",
      paramLabel = "SIGMA",
      defaultValue = "0.7",
      description = {
        "Of the assets, a year. Accounts never act, so the higher it is the more of them stand about"
            + " their lines, and the more events there are. Default: ${DEFAULT-VALUE}."
      })
  private double volatility;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      defaultValue = "3",
      description = "Runs of each graph before those that count. Default: ${DEFAULT-VALUE}.")
  private int warmup;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "Runs of each graph that count. Default: ${DEFAULT-VALUE}.")
  private int runs;

  @Option(
      names = {"-p", "--parallelism"},
      paramLabel = "N",
      defaultValue = "1",
      description = "Subtasks of each keyed stage. Default: ${DEFAULT-VALUE}.")
  private int parallelism;

  @Option(
      names = "--state-backend",
      paramLabel = "NAME",
      defaultValue = "ROCKSDB",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private StateBackend stateBackend;

  @Option(
      names = "--graphs",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "SOURCE,PIPELINE",
      description = {
        "What is run, in turn: ${COMPLETION-CANDIDATES}; ASSETS ends after stage 3.",
        "Default: ${DEFAULT-VALUE}."
      })
  private List<Graph> graphs = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "Where the files are kept, to be read again by the next call; drawn if it has none.",
        "Default: a temporary directory, removed at the end."
      })
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "Any Flink option, such as -D pipeline.object-reuse=false.")
  private Map<String, String> flink = new LinkedHashMap<>();

  @Option(names = "--json", description = "One JSON object a run instead of the table.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    atLeast(1, "--days", days);
    atLeast(2, "--assets", assets);
    atLeast(0, "--accounts", accounts);
    atLeast(0, "--warmup", warmup);
    atLeast(1, "--runs", runs);
    atLeast(1, "--parallelism", parallelism);
    PipelinePlan plan =
        new PipelinePlan(
            days,
            assets,
            accounts,
            seed,
            volatility,
            warmup,
            runs,
            parallelism,
            stateBackend,
            graphs,
            flink);
    List<PipelineReport> reports = plan.measure(data);
    PrintWriter out = spec.commandLine().getOut();
    List<String> lines =
        json ? reports.stream().map(Json::line).toList() : PipelineTable.lines(reports);
    lines.forEach(out::println);
    out.flush();
    return 0;
  }

  private void atLeast(int least, String option, int value) {
    if (value < least) {
      throw new ParameterException(
          spec.commandLine(),
          option + " " + value + " is not allowed; allowed is a whole number of at least " + least);
    }
  }
}
