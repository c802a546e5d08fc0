package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.alerting.AlertJob;
import io.plimsoll.jobs.backfill.LocalFlink;
import io.plimsoll.jobs.backfill.StateBackend;
import io.plimsoll.jobs.options.AlertSettings;
import io.plimsoll.jobs.options.MonitorConfiguration;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plimsoll alerts}. */
@Command(
    name = "alerts",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tells people what margin events say, in one JVM: by webhooks, Alertmanager, PagerDuty and"
          + " Slack, as the file of routes has it; docs/alerts.md. Ends when it is stopped.",
      "Reads margin-events; writes alert-receipts, alert-dead-letters and alert-digests. Events of a"
          + " history alert nobody. The file is read again when it changes.",
      "Options come from the file, then the environment, then this command line, of which the last"
          + " wins; docs/options.md has all of them, each to be given with -D as well."
    })
final class AlertsCommand implements Callable<Integer> {

  /** A few alerts a minute: one subtask reads and keeps them. */
  private static final int ONE = 1;

  @Mixin private AlertFlags flags = new AlertFlags();

  @Option(
      names = "--create-topics",
      description = "Creates the topics that it writes, where there are none.")
  private boolean createTopics;

  @Option(
      names = "--topics",
      paramLabel = "FILE",
      description = "How topics are made. Default: flink-conf/topics.yaml.")
  private Optional<Path> definitions = Optional.empty();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Configuration configuration = flags.configuration();
    AlertSettings settings = AlertSettings.of(configuration);
    PrintWriter err = spec.commandLine().getErr();
    if (createTopics) {
      List<String> created =
          settings.createTopics(definitions.orElseGet(TopicOptions::definitions));
      err.println("created: " + (created.isEmpty() ? "nothing" : String.join(", ", created)));
    }
    JobClient job =
        AlertJob.start(
            LocalFlink.environment(
                ONE, StateBackend.ROCKSDB, MonitorConfiguration.ofFlink(configuration)),
            settings);
    err.println("telling what stands in " + settings.marginEvents() + " by " + settings.file());
    err.flush();
    JobExecutionResult unused = EmbeddedJob.await(job); // it only ends by failing
    return 0;
  }
}
