package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.alerting.AlertJob;
import io.plimsoll.jobs.graph.JobOptions;
import io.plimsoll.jobs.monitor.MonitorJob;
import io.plimsoll.jobs.options.AlertSettings;
import io.plimsoll.jobs.options.MonitorConfiguration;
import io.plimsoll.jobs.options.MonitorSettings;
import io.plimsoll.jobs.parameters.ParameterFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The jobs, for {@code flink run} and whatever else starts the main class of a jar in a cluster.
 */
@Command(
    name = "plimsoll",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "The jobs, in the cluster that they are submitted to.",
    subcommands = {JobMain.Monitor.class, JobMain.Alerts.class})
public final class JobMain implements Runnable {

  @Spec private CommandSpec spec;

  /**
   * Submits a job to the cluster that this is called for.
   *
   * @throws BadArgumentException with the line that says what is wrong, if it is not submitted
   */
  public static void main(String[] arguments) {
    StringWriter complaint = new StringWriter();
    int code = commandLine().setErr(new PrintWriter(complaint, true)).execute(arguments);
    if (code != 0) {
      // Thrown, for only so does the client know that there is no job.
      throw new BadArgumentException(complaint.toString().strip());
    }
  }

  static CommandLine commandLine() {
    return Plimsoll.commandLine(new JobMain());
  }

  /** Without a job there is nothing to do but to say which there are. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a job is missing: monitor or alerts");
  }

  /** {@code monitor}: as {@code plimsoll monitor}, in a cluster. */
  @Command(
      name = "monitor",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Runs the pipeline live: topics of Kafka in, topics out. As ./plimsoll monitor, with the"
            + " cluster's parallelism and state backend.",
        "Options come from the file, then the environment, then these arguments, of which the last"
            + " wins; docs/options.md has all of them. Files are read where the job is submitted."
      })
  static final class Monitor implements Callable<Integer> {

    @Mixin private MonitorFlags flags = new MonitorFlags();

    @Override
    public Integer call() throws Exception {
      Configuration configuration = flags.configuration();
      MonitorSettings settings = MonitorSettings.of(configuration);
      MonitorJob.start(
          environment(configuration), settings, ParameterFile.loadLive(settings.parameters()));
      return 0;
    }
  }

  /** {@code alerts}: as {@code plimsoll alerts}, in a cluster. */
  @Command(
      name = "alerts",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Tells people what margin events say. As ./plimsoll alerts, with the cluster's state"
            + " backend; the file of routes is read where tasks run, at the same path.",
        "Options come from the file, then the environment, then these arguments, of which the last"
            + " wins; docs/options.md has all of them."
      })
  static final class Alerts implements Callable<Integer> {

    @Mixin private AlertFlags flags = new AlertFlags();

    @Override
    public Integer call() throws Exception {
      Configuration configuration = flags.configuration();
      AlertJob.start(environment(configuration), AlertSettings.of(configuration));
      return 0;
    }
  }

  private static StreamExecutionEnvironment environment(Configuration configuration) {
    Configuration flink = JobOptions.defaults();
    MonitorConfiguration.ofFlink(configuration).forEach(flink::setString);
    return StreamExecutionEnvironment.getExecutionEnvironment(flink);
  }
}
