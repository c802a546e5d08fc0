package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.alert.routes.RoutesFile;
import io.plimsoll.jobs.cluster.ClusterJob;
import io.plimsoll.jobs.cluster.ClusterLock;
import io.plimsoll.jobs.cluster.ClusterPlan;
import io.plimsoll.jobs.cluster.LocalCluster;
import io.plimsoll.jobs.cluster.OwnJob;
import io.plimsoll.jobs.options.AlertOptions;
import io.plimsoll.jobs.options.AlertTopics;
import io.plimsoll.jobs.options.MonitorConfiguration;
import io.plimsoll.jobs.options.MonitorOptions;
import io.plimsoll.jobs.options.TopicDefinitions;
import io.plimsoll.jobs.options.TopicSettings;
import io.plimsoll.jobs.parameters.ParameterFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.kafka.clients.admin.NewTopic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plimsoll up}. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Starts a cluster on this machine: a Kafka broker, a JobManager and TaskManagers, as processes"
          + " of their own, with the topics; with --parameters also the monitor, with a page that shows"
          + " it, and with --alerts the alerts, as jobs.",
      "What runs already stays, what is missing is started. What is not told is as it was the last"
          + " time, and each job goes on from its last savepoint or checkpoint."
          + " docs/cluster.md has more."
    })
final class UpCommand implements Callable<Integer> {

  /** A few alerts a minute, while every slot that they take is one less for the monitor. */
  private static final int ONE = 1;

  @Mixin private ClusterOption option = new ClusterOption();

  @Option(
      names = "--parameters",
      paramLabel = "FILE",
      description =
          "Risk parameters of the monitor. Default: those of the last time, or no monitor.")
  private Optional<Path> parameters = Optional.empty();

  @Option(
      names = "--alerts",
      paramLabel = "FILE",
      description =
          "Routes of the alerts (docs/alerts.md). Default: those of the last time, or no alerts.")
  private Optional<Path> alerts = Optional.empty();

  @Option(
      names = "--from-savepoint",
      paramLabel = "DIR",
      description =
          "What the monitor goes on from, this once; it is not deleted. Default: its newest"
              + " savepoint or checkpoint.")
  private Optional<Path> savepoint = Optional.empty();

  @Option(
      names = "--console",
      negatable = true,
      description = "The monitor's console, a page in the browser. Default: yes, or as last time.")
  private Optional<Boolean> console = Optional.empty();

  @Option(
      names = {"-p", "--parallelism"},
      paramLabel = "N",
      description = "Subtasks of each stage of a job. Default: that of flink-conf/cluster.yaml.")
  private Optional<Integer> parallelism = Optional.empty();

  @Option(
      names = "--ha",
      negatable = true,
      description = "Two JobManagers and ZooKeeper: the job outlives the death of one of them.")
  private Optional<Boolean> highAvailability = Optional.empty();

  @Option(
      names = "--taskmanagers",
      paramLabel = "N",
      description = "TaskManagers. Default: 2, or as many as last time.")
  private Optional<Integer> taskManagers = Optional.empty();

  @Option(
      names = "--port",
      paramLabel = "USE=N",
      description = "Another port, such as broker-1.kafka=9192 or jobmanager-1.rest=8181.")
  private Map<String, Integer> ports = new LinkedHashMap<>();

  @Option(names = "--free-ports", description = "Ports that nobody has, for all.")
  private boolean freePorts;

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "Any option of docs/options.md, or of Flink.")
  private Map<String, String> options = new LinkedHashMap<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    // Everything that can be known to be wrong is refused before anything is started.
    parameters.ifPresent(file -> ParameterFile.loadLive(file));
    alerts.ifPresent(file -> RoutesFile.load(file));
    TopicSettings unused = TopicSettings.of(told("localhost:1"));
    savepoint.ifPresent(ClusterJob::checkRestorePoint);
    if (options.containsKey(StateRecoveryOptions.SAVEPOINT_PATH.key())) {
      throw new BadArgumentException(
          StateRecoveryOptions.SAVEPOINT_PATH.key()
              + " is not allowed, for every start to come would go on from there; allowed is"
              + " --from-savepoint");
    }
    LocalCluster cluster = option.cluster();
    ClusterLock lock = ClusterLock.of(cluster.directory());
    try {
      up(cluster, err);
    } finally {
      lock.release();
    }
    ClusterPage.print(cluster, spec.commandLine().getOut());
    return 0;
  }

  private void up(LocalCluster cluster, PrintWriter err) throws IOException {
    boolean allStarted = cluster.start(plan(cluster), process -> say(err, "starting " + process));
    Instant before = Instant.now();
    boolean done = false;
    try {
      createTopics(cluster, err);
      submitMonitor(cluster, err);
      done = true;
    } finally {
      if (allStarted && !done) {
        cluster.stop(); // nothing is left behind that was not there before
      }
    }
    // Whatever is wrong with them, the monitor runs.
    submitAlerts(cluster, before, err);
    cluster.startConsole(process -> say(err, "starting " + process));
  }

  /** All options, with the brokers of the cluster. */
  private Configuration told(String brokers) {
    Map<String, String> told = new LinkedHashMap<>(options);
    told.put(MonitorOptions.SERVERS.key(), brokers);
    return MonitorConfiguration.of(
        TopicOptions.installed(TopicOptions.FILE).stream().toList(), System.getenv(), told);
  }

  private ClusterPlan plan(LocalCluster cluster) {
    ClusterPlan plan = cluster.exists() ? cluster.plan() : ClusterPlan.DEFAULT;
    if (highAvailability.isPresent()) {
      plan = plan.withHighAvailability(highAvailability.orElseThrow());
    }
    if (console.isPresent()) {
      plan = plan.withConsole(console.orElseThrow());
    }
    if (parallelism.isPresent()) {
      plan = plan.withFlink("parallelism.default", parallelism.orElseThrow().toString());
    }
    if (taskManagers.isPresent()) {
      plan = plan.withTaskManagers(taskManagers.orElseThrow());
    }
    if (freePorts && !cluster.isRunning()) {
      plan = plan.withFreePorts();
    }
    for (Map.Entry<String, Integer> port : ports.entrySet()) {
      plan = plan.withPort(port.getKey(), port.getValue());
    }
    for (Map.Entry<String, String> flink : options.entrySet()) {
      if (!flink.getKey().startsWith(MonitorOptions.PREFIX)) {
        plan = plan.withFlink(flink.getKey(), flink.getValue());
      }
    }
    return plan;
  }

  private void createTopics(LocalCluster cluster, PrintWriter err) {
    Configuration told = told(cluster.brokers());
    TopicSettings settings = TopicSettings.of(told);
    Path definitions = TopicOptions.definitions();
    List<NewTopic> topics = new ArrayList<>(TopicDefinitions.read(definitions, settings));
    topics.addAll(TopicDefinitions.readOfAlerts(definitions, AlertTopics.of(told)));
    settings
        .brokers()
        .createMissing(topics, settings.startTimeout())
        .forEach(topic -> say(err, "created topic " + topic));
  }

  private void submitMonitor(LocalCluster cluster, PrintWriter err) throws IOException {
    ClusterJob job = cluster.job(OwnJob.MONITOR);
    List<String> arguments =
        parameters
            .map(file -> arguments(OwnJob.MONITOR, "--parameters", file))
            .orElse(job.arguments());
    if (arguments.isEmpty()) {
      say(err, "no job: ./plimsoll up --parameters FILE adds the monitor");
      return;
    }
    List<String> once = new ArrayList<>();
    // It is somebody's own, and not one of the cluster's.
    savepoint.ifPresent(
        own -> once.addAll(List.of("--from-savepoint", own.toAbsolutePath().toString())));
    submit(cluster, OwnJob.MONITOR, savepoint, arguments, once, err);
  }

  /**
   * Submits the alerts, if there are any.
   *
   * @param since when the monitor was not started yet: what it says from then on is heard
   */
  private void submitAlerts(LocalCluster cluster, Instant since, PrintWriter err)
      throws IOException {
    ClusterJob job = cluster.job(OwnJob.ALERTS);
    List<String> arguments =
        alerts.map(file -> arguments(OwnJob.ALERTS, "--routes", file)).orElse(job.arguments());
    if (arguments.isEmpty()) {
      return;
    }
    List<String> once =
        told(cluster.brokers()).contains(AlertOptions.START)
            ? List.of()
            : List.of("--start", since.toString());
    submit(cluster, OwnJob.ALERTS, Optional.empty(), arguments, once, err);
  }

  /**
   * Submits a job, unless it runs.
   *
   * @param from what it goes on from this once; where it stood if there is none
   * @param arguments as it is told each time
   * @param once what it is told this time as well
   */
  private void submit(
      LocalCluster cluster,
      OwnJob which,
      Optional<Path> from,
      List<String> arguments,
      List<String> once,
      PrintWriter err)
      throws IOException {
    ClusterJob job = cluster.job(which);
    String name = "the " + which.command();
    if (job.running().isPresent()) {
      if (from.isPresent() || !arguments.equals(job.arguments())) {
        throw new BadArgumentException(
            name
                + " "
                + runs(which)
                + " with other options; ./plimsoll down first, each goes on where it stood");
      }
      say(err, name + " " + runs(which) + " already");
      return;
    }
    Optional<Path> point = from.map(Path::toAbsolutePath).or(job::restorePoint);
    say(err, "submitting " + name + point.map(place -> ", to go on from " + place).orElse(""));
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--bootstrap-servers", cluster.brokers()));
    all.addAll(once);
    job.submit(point, which == OwnJob.ALERTS ? Optional.of(ONE) : Optional.empty(), all);
    job.remember(arguments);
  }

  private static String runs(OwnJob which) {
    return which == OwnJob.ALERTS ? "run" : "runs";
  }

  private List<String> arguments(OwnJob which, String flag, Path file) {
    List<String> arguments =
        new ArrayList<>(List.of(which.command(), flag, file.toAbsolutePath().toString()));
    options.forEach((key, value) -> arguments.addAll(List.of("-D", key + "=" + value)));
    return arguments;
  }

  private static void say(PrintWriter err, String line) {
    err.println(line);
    err.flush();
  }
}
