package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.cluster.ClusterJob;
import io.plimsoll.jobs.cluster.ClusterLock;
import io.plimsoll.jobs.cluster.ClusterPlan;
import io.plimsoll.jobs.cluster.LocalCluster;
import io.plimsoll.jobs.monitor.MonitorConfiguration;
import io.plimsoll.jobs.monitor.MonitorOptions;
import io.plimsoll.jobs.monitor.TopicDefinitions;
import io.plimsoll.jobs.monitor.TopicSettings;
import io.plimsoll.jobs.parameters.ParameterFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.StateRecoveryOptions;
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
          + " of their own, with the topics; with --parameters also the monitor, as a job.",
      "What runs already stays, what is missing is started. What is not told is as it was the last"
          + " time, and the monitor goes on from its last savepoint or checkpoint."
          + " docs/cluster.md has more."
    })
final class UpCommand implements Callable<Integer> {

  @Mixin private ClusterOption option = new ClusterOption();

  @Option(
      names = "--parameters",
      paramLabel = "FILE",
      description =
          "Risk parameters of the monitor. Default: those of the last time, or no monitor.")
  private Optional<Path> parameters = Optional.empty();

  @Option(
      names = "--from-savepoint",
      paramLabel = "DIR",
      description =
          "What the monitor goes on from, this once; it is not deleted. Default: its newest"
              + " savepoint or checkpoint.")
  private Optional<Path> savepoint = Optional.empty();

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
    parameters.ifPresent(file -> ParameterFile.load(file));
    settings("localhost:1");
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
    boolean done = false;
    try {
      createTopics(cluster, err);
      submit(cluster, err);
      done = true;
    } finally {
      if (allStarted && !done) {
        cluster.stop(); // nothing is left behind that was not there before
      }
    }
  }

  /** Options of the topics, with the brokers of the cluster. */
  private TopicSettings settings(String brokers) {
    Map<String, String> told = new LinkedHashMap<>(options);
    told.put(MonitorOptions.SERVERS.key(), brokers);
    return TopicSettings.of(
        MonitorConfiguration.of(
            TopicOptions.installed(TopicOptions.FILE).stream().toList(), System.getenv(), told));
  }

  private ClusterPlan plan(LocalCluster cluster) {
    ClusterPlan plan = cluster.exists() ? cluster.plan() : ClusterPlan.DEFAULT;
    if (highAvailability.isPresent()) {
      plan = plan.withHighAvailability(highAvailability.orElseThrow());
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
    TopicSettings settings = settings(cluster.brokers());
    settings
        .brokers()
        .createMissing(
            TopicDefinitions.read(TopicOptions.definitions(), settings), settings.startTimeout())
        .forEach(topic -> say(err, "created topic " + topic));
  }

  private void submit(LocalCluster cluster, PrintWriter err) throws IOException {
    ClusterJob job = cluster.job();
    List<String> arguments = parameters.map(this::arguments).orElse(job.arguments());
    if (arguments.isEmpty()) {
      say(err, "no job: ./plimsoll up --parameters FILE adds the monitor");
      return;
    }
    if (job.running().isPresent()) {
      if (savepoint.isPresent() || !arguments.equals(job.arguments())) {
        throw new BadArgumentException(
            "the monitor runs with other options; ./plimsoll down first, it goes on where it stood");
      }
      say(err, "the monitor runs already");
      return;
    }
    Optional<Path> from = savepoint.map(Path::toAbsolutePath).or(job::restorePoint);
    say(
        err,
        from.map(point -> "submitting the monitor, which goes on from " + point)
            .orElse("submitting the monitor"));
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--bootstrap-servers", cluster.brokers()));
    // It is somebody's own, and not one of the cluster's.
    savepoint.ifPresent(
        own -> all.addAll(List.of("--from-savepoint", own.toAbsolutePath().toString())));
    job.submit(from, Optional.empty(), all);
    job.remember(arguments);
  }

  private List<String> arguments(Path file) {
    List<String> arguments =
        new ArrayList<>(List.of("monitor", "--parameters", file.toAbsolutePath().toString()));
    options.forEach((key, value) -> arguments.addAll(List.of("-D", key + "=" + value)));
    return arguments;
  }

  private static void say(PrintWriter err, String line) {
    err.println(line);
    err.flush();
  }
}
