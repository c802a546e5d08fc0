package io.plimsoll.jobs.cluster;

import io.plimsoll.jobs.rest.RestClient;
import io.plimsoll.jobs.rest.RestTls;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.Uuid;

/**
 * A cluster of processes, kept in one directory: {@code conf} (what the processes read), {@code
 * data} (the broker's and ZooKeeper's, checkpoints, savepoints), {@code log} (a log and an output
 * for each), {@code run} (their ids), {@code tmp}, {@code cluster.properties} (its plan) and, while
 * it runs, {@code clients.yaml} (where it is). Not for several threads.
 */
public final class LocalCluster {

  /** In the directory of a cluster that runs: options by which clients find it. */
  public static final String CLIENTS = "clients.yaml";

  private static final Duration STOP = Duration.ofSeconds(20);

  private final Path directory;
  private final Installation installation;
  private final ClusterConfiguration configuration;
  private final Commands commands;
  private Optional<ClusterState> state;

  private LocalCluster(Path directory, Installation installation) {
    this.directory = directory.toAbsolutePath().normalize();
    this.installation = installation;
    this.configuration = new ClusterConfiguration(installation.configuration(), this.directory);
    this.commands = new Commands(installation, this.directory, configuration);
    this.state = ClusterState.read(this.directory);
  }

  /** The cluster of a directory, whether it runs, ran or never was. */
  public static LocalCluster in(Path directory, Installation installation) {
    return new LocalCluster(directory, installation);
  }

  public Path directory() {
    return directory;
  }

  /** Whether there is one, running or not. */
  public boolean exists() {
    return state.isPresent();
  }

  /** What it is made of. */
  public ClusterPlan plan() {
    return known().plan();
  }

  /** One of the jobs that belong to it, with its restore points. */
  public ClusterJob job(OwnJob which) {
    return new ClusterJob(this, which, installation, commands, configuration);
  }

  /**
   * Submits a job that is not the cluster's own.
   *
   * @param arguments of {@code flink run}
   * @return its id
   * @throws ClusterException with the job's own line, when it refuses what it was told
   * @throws ServerException for anything else
   */
  public String submit(List<String> arguments) {
    List<String> run = new ArrayList<>(List.of("run", "--detached"));
    run.addAll(arguments);
    return new FlinkClient(configuration.flinkDirectory(), directory.resolve("log/client.out"))
        .submit(commands.client(configuration.flink(known()), List.of(), run));
  }

  ClusterState known() {
    return state.orElseThrow(
        () ->
            new ClusterException(
                "there is no cluster in " + directory + "; plimsoll up makes one"));
  }

  void keep(ClusterState changed) {
    changed.write(directory);
    state = Optional.of(changed);
  }

  /** Every process, in the order in which they are started; none where there is no cluster. */
  public List<ServerProcess> processes() {
    return state.map(s -> s.names().stream().map(this::process).toList()).orElse(List.of());
  }

  /** Those that a job needs. */
  List<ServerProcess> servers() {
    return processes().stream().filter(process -> process.role() != Role.CONSOLE).toList();
  }

  /** One process, counted from 1 within its role. */
  public ServerProcess process(Role role, int number) {
    List<String> names = known().names();
    if (!names.contains(role.name(number))) {
      throw new ClusterException(
          "there is no " + role.name(number) + "; there are " + String.join(", ", names));
    }
    return process(role.name(number));
  }

  private ServerProcess process(String name) {
    return new ServerProcess(
        directory,
        Role.of(name),
        Role.number(name),
        known().portsOf(name),
        () -> commands.of(known(), name));
  }

  /** Whether any of it runs. */
  public boolean isRunning() {
    return processes().stream().anyMatch(ServerProcess::isRunning);
  }

  /** Where clients find the broker, host:port. */
  public String brokers() {
    return configuration.brokers(known());
  }

  /** The web UI and REST interface of each JobManager. */
  public List<URI> webAddresses() {
    String scheme = new RestTls(configuration.flink(known())).scheme();
    return processes().stream()
        .filter(process -> process.role() == Role.JOBMANAGER)
        .map(process -> URI.create(scheme + "://localhost:" + process.ports().get("rest")))
        .toList();
  }

  /** Flink's REST interface. */
  public FlinkRest flink() {
    return new FlinkRest(
        new RestClient(webAddresses(), new RestTls(configuration.flink(known())).client()));
  }

  /**
   * Starts the servers that do not run, and waits until all answer. If one fails, those that were
   * started are stopped again.
   *
   * @param plan what it is to be made of; its data are kept whatever it was before
   * @param told the name of each that is started
   * @throws ClusterException for a port that is taken, and for a plan that is not that of the
   *     processes that run
   * @throws ServerException for a process that fails
   * @return whether all of it was started, and not a part
   */
  public boolean start(ClusterPlan plan, Consumer<String> told) {
    if (isRunning() && !plan.equals(plan())) {
      throw new ClusterException(
          "the cluster in "
              + directory
              + " runs with other settings; stop it first (plimsoll down)");
    }
    ClusterState before = state.orElse(ClusterState.none());
    // What runs keeps its ports, whatever the configuration says by now.
    Map<String, Integer> ports = configuration.ports(plan);
    if (isRunning()) {
      ports.putAll(before.ports());
    }
    keep(new ClusterState(plan, ports, before.jobs()));
    List<ServerProcess> missing = servers().stream().filter(p -> !p.isRunning()).toList();
    missing.forEach(Startup::refuseTakenPorts);
    configuration.write(known());
    if (!plan.highAvailability()) {
      // What ZooKeeper knew of jobs is of no use any more, and would be done again later.
      Trees.delete(directory.resolve("data/zookeeper"));
      Trees.delete(directory.resolve("data/ha"));
    }
    try {
      Startup.format(directory, commands.format(Uuid.randomUuid().toString()));
      for (ServerProcess process : missing) {
        told.accept(process.name());
        process.start();
      }
      Startup.awaitAnswers(this);
    } catch (RuntimeException e) {
      stop(missing);
      throw e;
    }
    ConfigurationFiles.write(
        directory.resolve(CLIENTS),
        "# What clients on this machine take their brokers from while this cluster runs.\n"
            + "plimsoll.kafka.bootstrap-servers: \""
            + brokers()
            + "\"\n");
    return missing.size() == servers().size();
  }

  /**
   * Starts the console, if there is to be one and it does not run; the topics must be there.
   *
   * @param told its name, if it is started
   * @throws ServerException when it fails; the others are left as they are
   */
  public void startConsole(Consumer<String> told) {
    for (ServerProcess process : processes()) {
      if (process.role() == Role.CONSOLE && !process.isRunning()) {
        Startup.refuseTakenPorts(process);
        told.accept(process.name());
        process.start();
        Startup.awaitAnswer(this, process);
      }
    }
  }

  /** Stops all processes, the last started first. Data stay; a job is not asked. */
  public void stop() {
    Trees.delete(directory.resolve(CLIENTS));
    stop(processes());
    Trees.delete(directory.resolve("tmp"));
  }

  private static void stop(List<ServerProcess> processes) {
    List<ServerProcess> reversed = new ArrayList<>(processes);
    Collections.reverse(reversed);
    reversed.forEach(process -> process.stop(STOP));
  }

  /** Deletes all of it: data, logs and what is known. */
  public void delete() {
    if (isRunning()) {
      throw new ClusterException("the cluster in " + directory + " runs; stop it first");
    }
    Trees.delete(directory);
    state = Optional.empty();
  }
}
