package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.cluster.ClusterJob;
import io.plimsoll.jobs.cluster.ClusterLock;
import io.plimsoll.jobs.cluster.ClusterPlan;
import io.plimsoll.jobs.cluster.LocalCluster;
import io.plimsoll.jobs.cluster.ServerProcess;
import io.plimsoll.jobs.monitor.MonitorConfiguration;
import io.plimsoll.jobs.monitor.MonitorOptions;
import io.plimsoll.jobs.monitor.TopicDefinitions;
import io.plimsoll.jobs.monitor.TopicSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
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
      "What runs already stays, what is missing is started. The monitor goes on from its last"
          + " savepoint or checkpoint, with the parameters of the last time unless others are named."
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
      names = {"-p", "--parallelism"},
      paramLabel = "N",
      defaultValue = "2",
      description = "Subtasks of each stage of the monitor. Default: ${DEFAULT-VALUE}.")
  private int parallelism;

  @Option(
      names = "--ha",
      description = "Two JobManagers and ZooKeeper: the job outlives the death of one of them.")
  private boolean highAvailability;

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
    parameters.ifPresent(UpCommand::refuseMissing);
    LocalCluster cluster = option.cluster();
    ClusterLock lock = ClusterLock.of(cluster.directory());
    try {
      start(cluster, err);
      createTopics(cluster, err);
      submit(cluster, err);
    } finally {
      lock.release();
    }
    ClusterPage.print(cluster, spec.commandLine().getOut());
    return 0;
  }

  private void start(LocalCluster cluster, PrintWriter err) {
    List<String> started = new ArrayList<>();
    cluster.start(
        plan(cluster),
        process -> {
          started.add(process);
          say(err, "starting " + process);
        });
    if (started.isEmpty()) {
      say(err, "runs already: " + names(cluster));
    }
  }

  private static void refuseMissing(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadArgumentException("--parameters " + file + ": there is no such file");
    }
  }

  private ClusterPlan plan(LocalCluster cluster) {
    ClusterPlan plan = cluster.exists() ? cluster.plan() : ClusterPlan.DEFAULT;
    if (highAvailability) {
      plan = plan.withHighAvailability();
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

  private static String names(LocalCluster cluster) {
    return String.join(", ", cluster.processes().stream().map(ServerProcess::name).toList());
  }

  private void createTopics(LocalCluster cluster, PrintWriter err) {
    Map<String, String> told = new LinkedHashMap<>(options);
    told.put(MonitorOptions.SERVERS.key(), cluster.brokers());
    TopicSettings settings =
        TopicSettings.of(
            MonitorConfiguration.of(
                TopicOptions.installed("monitor.yaml").stream().toList(), System.getenv(), told));
    settings
        .brokers()
        .createMissing(
            TopicDefinitions.read(
                TopicOptions.installed("topics.yaml")
                    .orElseThrow(
                        () -> new BadArgumentException("there is no flink-conf/topics.yaml")),
                settings),
            settings.startTimeout())
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
      if (!arguments.equals(job.arguments())) {
        throw new BadArgumentException(
            "the monitor runs with other options; ./plimsoll down first, it goes on where it stood");
      }
      say(err, "the monitor runs already");
      return;
    }
    say(
        err,
        job.restorePoint()
            .map(point -> "submitting the monitor, which goes on from " + point)
            .orElse("submitting the monitor"));
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--bootstrap-servers", cluster.brokers()));
    job.submit(Optional.of(parallelism), all);
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
