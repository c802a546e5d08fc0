package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.Pipeline;
import io.plimsoll.jobs.backfill.LocalFlink;
import io.plimsoll.jobs.backfill.StateBackend;
import io.plimsoll.jobs.intake.IntakeStage;
import io.plimsoll.jobs.monitor.MonitorJob;
import io.plimsoll.jobs.options.MonitorConfiguration;
import io.plimsoll.jobs.options.MonitorSettings;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.jobs.watch.WatchStage;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
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

  @Mixin private MonitorFlags flags = new MonitorFlags();

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
    Configuration configuration = flags.configuration();
    MonitorSettings settings = MonitorSettings.of(configuration);
    RiskParameters parameters = ParameterFile.loadLive(settings.parameters());
    JobClient job =
        MonitorJob.start(
            LocalFlink.environment(
                parallelism, stateBackend, MonitorConfiguration.ofFlink(configuration)),
            settings,
            parameters);
    PrintWriter err = spec.commandLine().getErr();
    err.println("watching what stands in the topics of " + settings.range().brokers());
    err.flush();
    end(EmbeddedJob.await(job));
    return 0;
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
