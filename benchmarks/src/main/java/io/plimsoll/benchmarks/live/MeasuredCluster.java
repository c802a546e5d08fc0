package io.plimsoll.benchmarks.live;

import io.plimsoll.benchmarks.engine.Directories;
import io.plimsoll.jobs.cluster.ClusterPlan;
import io.plimsoll.jobs.cluster.FlinkRest;
import io.plimsoll.jobs.cluster.Installation;
import io.plimsoll.jobs.cluster.LocalCluster;
import io.plimsoll.jobs.cluster.OwnJob;
import io.plimsoll.jobs.cluster.Role;
import io.plimsoll.jobs.kafka.RecordWriter;
import io.plimsoll.jobs.options.MonitorConfiguration;
import io.plimsoll.jobs.options.MonitorOptions;
import io.plimsoll.jobs.options.TopicDefinitions;
import io.plimsoll.jobs.options.TopicSettings;
import io.plimsoll.jobs.rest.AppliedInstant;
import io.plimsoll.jobs.rest.JobManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclOperation;

/** A broker and Flink as {@code plimsoll up} makes them, with the monitor and all accounts. */
public final class MeasuredCluster {

  private static final String PARAMETERS = "parameters.yaml";
  private static final Duration LOAD = Duration.ofMinutes(20);
  private static final int TELL_EVERY = 100_000;

  private final ClusterSpec spec;
  private final Path directory;
  private final Consumer<String> progress;
  private final Installation installation = Installation.ofThisProcess();
  private final LocalCluster cluster;

  /** Processes outlive whoever starts them; these are of no use to anybody. */
  private final Thread atExit;

  /**
   * A cluster; nothing is started yet.
   *
   * @param directory for all that it keeps
   * @param progress takes lines for people
   */
  public MeasuredCluster(ClusterSpec spec, Path directory, Consumer<String> progress) {
    this.spec = spec;
    this.directory = directory;
    this.progress = progress;
    this.cluster = LocalCluster.in(directory.resolve("cluster"), installation);
    this.atExit = new Thread(cluster::stop);
  }

  /**
   * Starts it, and returns when the monitor has applied all accounts.
   *
   * @param topics further ones, each with as many partitions as {@code quotes}
   * @return the id of the monitor
   */
  public String start(MarketLoad load, List<String> topics)
      throws IOException, InterruptedException {
    ClusterPlan plan = ClusterPlan.DEFAULT.withFreePorts().withTaskManagers(1);
    plan =
        plan.withFlink(
            "taskmanager.numberOfTaskSlots", Integer.toString(spec.jobs() * spec.parallelism()));
    for (Map.Entry<String, String> option : spec.flink().entrySet()) {
      plan = plan.withFlink(option.getKey(), option.getValue());
    }
    Runtime.getRuntime().addShutdownHook(atExit);
    cluster.start(plan, process -> progress.accept("starting " + process));
    createTopics(topics);
    String monitor = submitMonitor(load);
    load(load, monitor);
    return monitor;
  }

  private TopicSettings settings() {
    return TopicSettings.of(
        MonitorConfiguration.of(
            List.of(), Map.of(), Map.of(MonitorOptions.SERVERS.key(), brokers())));
  }

  private void createTopics(List<String> further) {
    TopicSettings settings = settings();
    Path definitions = installation.configuration().resolve("topics.yaml");
    List<NewTopic> topics = new ArrayList<>(TopicDefinitions.read(definitions, settings));
    int partitions =
        topics.stream()
            .filter(topic -> topic.name().equals("quotes"))
            .findFirst()
            .orElseThrow()
            .numPartitions();
    for (String topic : further) {
      topics.add(new NewTopic(topic, partitions, (short) 1));
    }
    settings.brokers().createMissing(topics, settings.startTimeout());
  }

  private String submitMonitor(MarketLoad load) throws IOException {
    Path parameters = directory.resolve(PARAMETERS);
    Files.createDirectories(directory);
    load.writeParameters(parameters);
    progress.accept("submitting the monitor");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "monitor",
                "--parameters",
                parameters.toString(),
                "--bootstrap-servers",
                brokers(),
                "--max-lateness",
                "0"));
    spec.monitor().forEach((key, value) -> arguments.addAll(List.of("-D", key + "=" + value)));
    return cluster.job(OwnJob.MONITOR).submit(Optional.of(spec.parallelism()), arguments);
  }

  /**
   * Starts the monitor's console.
   *
   * @return its port
   */
  public int startConsole() {
    List<String> arguments =
        new ArrayList<>(
            List.of("monitor", "--parameters", directory.resolve(PARAMETERS).toString()));
    spec.monitor().forEach((key, value) -> arguments.addAll(List.of("-D", key + "=" + value)));
    cluster.job(OwnJob.MONITOR).remember(arguments);
    cluster.startConsole(process -> progress.accept("starting " + process));
    return cluster.process(Role.CONSOLE, 1).ports().get("http");
  }

  private void load(MarketLoad load, String monitor) throws InterruptedException {
    RecordWriter topics = writer();
    try {
      // Before any account: a topic of prices whose reader starts late would pass for idle, its
      // prices would be late, and all accounts would wait for the first quote that is measured.
      long start = System.currentTimeMillis();
      load.writePrices(topics, start);
      awaitApplied(topics, start, monitor);
      long last =
          load.writeAccounts(
              topics,
              Math.max(start + 1, System.currentTimeMillis()),
              account -> {
                if (account % TELL_EVERY == 0) {
                  progress.accept("writing accounts, " + account);
                }
              });
      progress.accept("waiting until they are applied");
      awaitApplied(topics, last, monitor);
    } finally {
      topics.close();
    }
  }

  private void awaitApplied(RecordWriter topics, long instant, String monitor)
      throws InterruptedException {
    topics.heartbeat(instant);
    topics.flush();
    JobManager flink = new JobManager(cluster.webAddresses().get(0).getAuthority());
    new AppliedInstant(flink, monitor).await(instant, LOAD, applied -> {});
  }

  /** A writer to the inputs of the monitor; to be closed. */
  public RecordWriter writer() {
    TopicSettings settings = settings();
    return new RecordWriter(
        settings.brokers(),
        settings.inputs(),
        settings
            .brokers()
            .partitions(settings.inputs().names(), AclOperation.WRITE, settings.startTimeout()),
        settings.format());
  }

  /**
   * Submits a job that is a class of the benchmarks.
   *
   * @param arguments of its main method
   */
  public void submit(Class<?> job, List<String> arguments) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--parallelism",
                Integer.toString(spec.parallelism()),
                "--class",
                job.getName(),
                "--classpath",
                job.getProtectionDomain().getCodeSource().getLocation().toString(),
                installation.jobJar().toString()));
    all.addAll(arguments);
    String unused = cluster.submit(all);
  }

  /**
   * Submits the alerts; topics of their own must have been made.
   *
   * @param routes their file
   */
  public void submitAlerts(Path routes) throws IOException {
    String unused =
        cluster
            .job(OwnJob.ALERTS)
            .submit(
                Optional.empty(),
                Optional.of(spec.parallelism()),
                List.of("alerts", "--routes", routes.toString(), "--bootstrap-servers", brokers()));
  }

  /** What a TaskManager may have of heap. */
  public long heapBytes() throws IOException {
    return flink().get("/taskmanagers").at("/taskmanagers/0/hardware/freeMemory").asLong();
  }

  /** Flink's REST interface. */
  public FlinkRest flink() {
    return cluster.flink();
  }

  /** The id of a process of the machine, the first of its role. */
  public long pid(Role role) {
    return cluster.process(role, 1).pid().orElseThrow();
  }

  /** Where Flink keeps what is local to the TaskManager: RocksDB's files among it. */
  public Path localFiles() {
    return cluster.directory().resolve("tmp");
  }

  public String brokers() {
    return cluster.brokers();
  }

  /** Stops it; data and logs stay. */
  public void stop() {
    try {
      boolean unused = Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // this process is about to end, and stops it
    }
    cluster.stop();
  }

  /** Deletes what it leaves. */
  public void delete() throws IOException {
    cluster.delete();
    Directories.remove(directory);
  }
}
