package io.plimsoll.benchmarks.pipeline;

import io.plimsoll.benchmarks.engine.ChildJvm;
import io.plimsoll.benchmarks.engine.Directories;
import io.plimsoll.benchmarks.report.Conditions;
import io.plimsoll.jobs.backfill.StateBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is measured, and how often.
 *
 * @param days of history
 * @param assets with a quote a minute
 * @param accounts that hold them
 * @param seed of the history
 * @param volatility of the assets, a year
 * @param warmup runs of each graph before those that count
 * @param runs of each graph that count
 * @param parallelism of the keyed stages
 * @param stateBackend of the accounts
 * @param graphs run in turn
 * @param flink options that differ from a backfill's
 */
public record PipelinePlan(
    int days,
    int assets,
    int accounts,
    long seed,
    double volatility,
    int warmup,
    int runs,
    int parallelism,
    StateBackend stateBackend,
    List<Graph> graphs,
    Map<String, String> flink) {

  /** The pipeline beside its source, in a market of which most accounts never come to a line. */
  public static PipelinePlan calm(int days, int accounts, int warmup, int runs) {
    return new PipelinePlan(
        days,
        10,
        accounts,
        1,
        0.02,
        warmup,
        runs,
        1,
        StateBackend.ROCKSDB,
        List.of(Graph.SOURCE, Graph.PIPELINE),
        Map.of());
  }

  /**
   * Draws the history and runs all, in a JVM of its own.
   *
   * @param data where the history is kept, drawn if it is not there; empty for a directory that is
   *     removed again
   */
  public List<PipelineReport> measure(Optional<Path> data)
      throws IOException, InterruptedException {
    Path directory =
        data.isPresent() ? data.orElseThrow() : Files.createTempDirectory("plimsoll-bench");
    try {
      PipelineProcess.Result result = PipelineProcess.fork(this, directory);
      Conditions conditions = conditions(result.maxHeap());
      return result.runs().stream().map(run -> PipelineReport.of(run, conditions)).toList();
    } finally {
      if (data.isEmpty()) {
        Directories.remove(directory);
      }
    }
  }

  /** What {@link #measure} does in that JVM; the runs that count. */
  List<Run> runAll(Path directory, Consumer<String> progress) throws Exception {
    draw(directory, progress);
    Runner runner = new Runner(directory, parallelism, stateBackend, flink);
    List<Run> counted = new ArrayList<>();
    for (int number = 1 - warmup; number <= runs; number++) {
      for (Graph graph : graphs) {
        Run run = runner.run(graph, number);
        progress.accept(run.line());
        if (number > 0) {
          counted.add(run);
        }
      }
    }
    return counted;
  }

  private void draw(Path directory, Consumer<String> progress) throws IOException {
    if (Files.exists(directory.resolve(MinuteMarket.LAST_FILE))) {
      return;
    }
    MinuteMarket market = new MinuteMarket(days, assets, accounts, seed, volatility);
    progress.accept("drawing " + market.quotes() + " quotes and " + accounts + " accounts");
    market.write(directory);
  }

  private Conditions conditions(long maxHeap) {
    Map<String, Object> own = new LinkedHashMap<>();
    own.put("days", days);
    own.put("assets", assets);
    own.put("accounts", accounts);
    own.put("seed", seed);
    own.put("volatility", volatility);
    own.put("warmup", warmup);
    own.put("parallelism", parallelism);
    own.put("stateBackend", stateBackend.optionValue());
    own.put("flink", flink);
    return Conditions.here(ChildJvm.environmentOptions(), maxHeap, own);
  }
}
