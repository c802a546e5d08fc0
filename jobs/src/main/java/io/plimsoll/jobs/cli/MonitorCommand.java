package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.Pipeline;
import io.plimsoll.jobs.backfill.LocalFlink;
import io.plimsoll.jobs.backfill.StateBackend;
import io.plimsoll.jobs.intake.IntakeStage;
import io.plimsoll.jobs.monitor.HistoryOptions;
import io.plimsoll.jobs.monitor.MonitorConfiguration;
import io.plimsoll.jobs.monitor.MonitorJob;
import io.plimsoll.jobs.monitor.MonitorOptions;
import io.plimsoll.jobs.monitor.MonitorSettings;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.jobs.watch.WatchStage;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plimsoll monitor}. */
@Command(
    name = "monitor",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs the pipeline live, in one JVM: topics of Kafka in, topics out.",
      "Reads quotes, indices, stress, accounts and positions; writes margin-events, asset-states and"
          + " refused; docs/topics.md has them. Ends when it is stopped, or with --until latest.",
      "Options come from the file, then the environment, then this command line, of which the last"
          + " wins; docs/options.md has all of them, each to be given with -D as well."
    })
final class MonitorCommand implements Callable<Integer> {

  @Mixin private TopicOptions topics = new TopicOptions();

  @Option(names = "--parameters", paramLabel = "FILE", description = "Risk parameters.")
  void parameters(String value) {
    topics.tell(MonitorOptions.PARAMETERS, value);
  }

  @Option(
      names = "--start",
      paramLabel = "WHERE",
      description = "earliest, latest, committed, or the time since which records were written.")
  void start(String value) {
    topics.tell(MonitorOptions.START, value);
  }

  @Option(
      names = "--until",
      paramLabel = "WHERE",
      description = "never, or latest: what stands in the topics when the job starts.")
  void until(String value) {
    topics.tell(MonitorOptions.UNTIL, value);
  }

  @Option(
      names = "--history",
      paramLabel = "DIR",
      description = "Files of a backfill that go before the topics, up to --history-until.")
  void history(String value) {
    topics.tell(HistoryOptions.DATA, value);
  }

  @Option(
      names = "--history-until",
      paramLabel = "TIME",
      description = "First instant of the topics: what lies before is read from files.")
  void historyUntil(String value) {
    topics.tell(HistoryOptions.UNTIL, value);
  }

  @Option(
      names = "--max-lateness",
      paramLabel = "DURATION",
      description = "How far a record may stand behind the latest before it in its partition.")
  void maxLateness(String value) {
    topics.tell(MonitorOptions.MAX_LATENESS, value);
  }

  @Option(
      names = "--idle-after",
      paramLabel = "DURATION",
      description = "After how long a partition without records holds nothing back; 0 is never.")
  void idleAfter(String value) {
    topics.tell(MonitorOptions.IDLE_AFTER, value);
  }

  @Option(names = "--delivery", paramLabel = "WHAT", description = "at-least-once or exactly-once.")
  void delivery(String value) {
    topics.tell(MonitorOptions.DELIVERY, value);
  }

  @Option(
      names = {"-p", "--parallelism"},
      paramLabel = "N",
      defaultValue = "2",
      description = "Subtasks of each stage; the result is the same. Default: ${DEFAULT-VALUE}.")
  private int parallelism;

  @Option(
      names = "--state-backend",
      paramLabel = "NAME",
      defaultValue = "ROCKSDB",
      description = "${COMPLETION-CANDIDATES}; the result is the same. Default: ${DEFAULT-VALUE}.")
  private StateBackend stateBackend;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (parallelism < 1 || parallelism > Pipeline.MAX_PARALLELISM) {
      throw new BadArgumentException(
          "--parallelism "
              + parallelism
              + " is not allowed; allowed is a whole number from 1 to "
              + Pipeline.MAX_PARALLELISM);
    }
    Configuration configuration = topics.configuration();
    MonitorSettings settings = MonitorSettings.of(configuration);
    RiskParameters parameters = ParameterFile.load(settings.parameters());
    JobClient job =
        MonitorJob.start(
            LocalFlink.environment(
                parallelism, stateBackend, MonitorConfiguration.ofFlink(configuration)),
            settings,
            parameters);
    PrintWriter err = spec.commandLine().getErr();
    err.println("watching what stands in the topics of " + settings.range().brokers());
    err.flush();
    end(await(job));
    return 0;
  }

  private static JobExecutionResult await(JobClient job) throws Exception {
    try {
      return job.getJobExecutionResult().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /** Only a run that ends comes here. */
  private void end(JobExecutionResult result) {
    PrintWriter out = spec.commandLine().getOut();
    Long records = result.getAccumulatorResult(IntakeStage.ROWS);
    Long events = result.getAccumulatorResult(WatchStage.EVENTS);
    Long refused = result.getAccumulatorResult(MonitorJob.REFUSED);
    out.println(
        records + " records read, " + refused + " refused, " + events + " margin events written");
    out.flush();
  }
}
