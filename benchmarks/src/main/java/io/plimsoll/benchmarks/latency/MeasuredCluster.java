package io.plimsoll.benchmarks.latency;

import io.plimsoll.benchmarks.live.MarketLoad;
import io.plimsoll.jobs.cluster.ClusterPlan;
import io.plimsoll.jobs.cluster.Installation;
import io.plimsoll.jobs.cluster.LocalCluster;
import io.plimsoll.jobs.kafka.RecordWriter;
import io.plimsoll.jobs.monitor.MonitorConfiguration;
import io.plimsoll.jobs.monitor.MonitorOptions;
import io.plimsoll.jobs.monitor.TopicDefinitions;
import io.plimsoll.jobs.monitor.TopicSettings;
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

/** A broker and Flink as {@code plimsoll up} makes them, with both jobs and all accounts. */
final class MeasuredCluster {

  private static final Duration LOAD = Duration.ofMinutes(20);
  private static final int TELL_EVERY = 100_000;

  private final LatencySpec spec;
  private final Path directory;
  private final Consumer<String> progress;
  private final Installation installation = Installation.ofThisProcess();
  private final LocalCluster cluster;

  MeasuredCluster(LatencySpec spec, Path directory, Consumer<String> progress) {
    this.spec = spec;
    this.directory = directory;
    this.progress = progress;
    this.cluster = LocalCluster.in(directory.resolve("cluster"), installation);
  }

  /** Starts it, and returns when the monitor has applied all accounts. */
  void start(MarketLoad load) throws IOException, InterruptedException {
    ClusterPlan plan = ClusterPlan.DEFAULT.withFreePorts().withTaskManagers(1);
    plan =
        plan.withFlink("taskmanager.numberOfTaskSlots", Integer.toString(2 * spec.parallelism()));
    for (Map.Entry<String, String> option : spec.flink().entrySet()) {
      plan = plan.withFlink(option.getKey(), option.getValue());
    }
    cluster.start(plan, process -> progress.accept("starting " + process));
    TopicSettings settings =
        TopicSettings.of(
            MonitorConfiguration.of(
                List.of(), Map.of(), Map.of(MonitorOptions.SERVERS.key(), brokers())));
    createTopics(settings);
    String monitor = submitMonitor(load);
    load(load, settings, monitor);
    submitEmpty();
  }

  private void createTopics(TopicSettings settings) {
    Path definitions = installation.configuration().resolve("topics.yaml");
    List<NewTopic> topics = new ArrayList<>(TopicDefinitions.read(definitions, settings));
    int partitions =
        topics.stream()
            .filter(topic -> topic.name().equals(MeasuredJob.MONITOR.input()))
            .findFirst()
            .orElseThrow()
            .numPartitions();
    for (String topic : List.of(MeasuredJob.EMPTY.input(), MeasuredJob.EMPTY.output())) {
      topics.add(new NewTopic(topic, partitions, (short) 1));
    }
    settings.brokers().createMissing(topics, settings.startTimeout());
  }

  private String submitMonitor(MarketLoad load) throws IOException {
    Path parameters = directory.resolve("parameters.yaml");
    Files.createDirectories(directory);
    load.writeParameters(parameters);
    progress.accept("submitting the monitor");
    return cluster
        .job()
        .submit(
            Optional.of(spec.parallelism()),
            List.of(
                "monitor",
                "--parameters",
                parameters.toString(),
                "--bootstrap-servers",
                brokers(),
                "--max-lateness",
                "0"));
  }

  private void load(MarketLoad load, TopicSettings settings, String monitor)
      throws InterruptedException {
    RecordWriter topics =
        new RecordWriter(
            settings.brokers(),
            settings.inputs(),
            settings
                .brokers()
                .partitions(settings.inputs().names(), AclOperation.WRITE, settings.startTimeout()),
            settings.format());
    long last;
    try {
      last =
          load.write(
              topics,
              System.currentTimeMillis(),
              account -> {
                if (account % TELL_EVERY == 0) {
                  progress.accept("writing accounts, " + account);
                }
              });
      topics.heartbeat(last);
      topics.flush();
    } finally {
      topics.close();
    }
    progress.accept("waiting until they are applied");
    JobManager flink = new JobManager(cluster.webAddresses().get(0).getAuthority());
    new AppliedInstant(flink, monitor).await(last, LOAD, applied -> {});
  }

  private void submitEmpty() {
    progress.accept("submitting the empty job");
    String unused =
        cluster.submit(
            List.of(
                "--parallelism",
                Integer.toString(spec.parallelism()),
                "--class",
                EmptyJob.class.getName(),
                "--classpath",
                EmptyJob.class.getProtectionDomain().getCodeSource().getLocation().toString(),
                installation.jobJar().toString(),
                brokers(),
                MeasuredJob.EMPTY.input(),
                MeasuredJob.EMPTY.output()));
  }

  /** What a TaskManager may have of heap. */
  long heapBytes() throws IOException {
    return cluster.flink().get("/taskmanagers").at("/taskmanagers/0/hardware/freeMemory").asLong();
  }

  String brokers() {
    return cluster.brokers();
  }

  /** Stops it; data and logs stay. */
  void stop() {
    cluster.stop();
  }

  /** Deletes what it leaves. */
  void delete() {
    cluster.delete();
  }
}
