package io.plimsoll.jobs.backfill;

import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.files.DirectorySource;
import io.plimsoll.jobs.files.ReadOptions;
import io.plimsoll.jobs.intake.IntakeStage;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.summary.RunFacts;
import io.plimsoll.jobs.watch.WatchStage;
import io.plimsoll.risk.parameters.RiskParameters;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One backfill, from checked input to files that are ready to be published. */
public final class BackfillRun {

  private static final long POLL_MS = 250;

  private final BackfillOptions options;
  private final RiskParameters parameters;
  private final DataDirectory data;
  private final OutputDirectory output;

  /**
   * A run that is ready to start: whatever could be known to be wrong before it has been refused.
   *
   * @param data opened, its headers checked
   * @param output prepared
   */
  public BackfillRun(
      BackfillOptions options,
      RiskParameters parameters,
      DataDirectory data,
      OutputDirectory output) {
    this.options = options;
    this.parameters = parameters;
    this.data = data;
    this.output = output;
  }

  /**
   * Runs to the end. The files are whole then, and the caller's to publish; if the run fails, none
   * has a name of its own.
   *
   * @param watcher is told of the progress a few times a second
   * @return what the files cannot tell of the run
   */
  public RunFacts run(Consumer<Progress> watcher) throws Exception {
    long start = System.nanoTime();
    StreamExecutionEnvironment env = LocalFlink.environment(options);
    BackfillGraph.define(
        env,
        new DirectorySource(data, parameters, new ReadOptions(options.latenessMs(), options.to())),
        parameters,
        output,
        options.watch(),
        options.from());
    JobClient job = env.executeAsync("plimsoll backfill");
    JobExecutionResult result = await(job, start, watcher);
    Map<String, Object> accumulators = result.getAllAccumulatorResults();
    return new RunFacts(
        options.data(),
        options.parameters(),
        parameters.execution(),
        number(accumulators, IntakeStage.ROWS, 0),
        number(accumulators, IntakeStage.LATE, 0),
        options.parallelism(),
        options.stateBackend().optionValue(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  static JobExecutionResult await(JobClient job, long start, Consumer<Progress> watcher)
      throws Exception {
    CompletableFuture<JobExecutionResult> end = job.getJobExecutionResult();
    Map<String, Object> last = Map.of();
    while (true) {
      try {
        JobExecutionResult result = end.get(POLL_MS, TimeUnit.MILLISECONDS);
        watcher.accept(progress(result.getAllAccumulatorResults(), start));
        return result;
      } catch (TimeoutException stillRunning) {
        last = accumulators(job, last);
        watcher.accept(progress(last, start));
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    }
  }

  /**
   * A progress that cannot be had is not worth failing for: the job may just be starting, or have
   * ended since, and its cluster with it. The last one stands until there is another.
   */
  private static Map<String, Object> accumulators(JobClient job, Map<String, Object> last)
      throws InterruptedException {
    try {
      return job.getAccumulators().get(POLL_MS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | IllegalStateException notNow) {
      return last;
    }
  }

  private static Progress progress(Map<String, Object> accumulators, long start) {
    return new Progress(
        number(accumulators, IntakeStage.ROWS, 0),
        number(accumulators, IntakeStage.EVENT_TIME, Long.MIN_VALUE),
        number(accumulators, WatchStage.EVENTS, 0),
        (System.nanoTime() - start) / 1e9);
  }

  private static long number(Map<String, Object> accumulators, String name, long absent) {
    return accumulators.get(name) instanceof Long value ? value : absent;
  }
}
