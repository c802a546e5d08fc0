package io.plimsoll.jobs.monitor;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** One real broker, KRaft, as a process of its own on the class path of the tests. */
@SuppressWarnings("try") // closing may be interrupted
final class LocalBroker implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(90);

  private final Process process;
  private final String servers;
  private final String controllers;
  private final Admin admin;

  /** Starts one that lets everybody do everything; returns when it answers. */
  LocalBroker(Path directory) throws Exception {
    this(directory, "", List.of(), List.of());
  }

  /**
   * Starts one; returns when it answers.
   *
   * @param listeners further ones, each with a comma before it
   * @param settings further lines of its properties
   * @param format further arguments of the formatting of its storage
   */
  LocalBroker(Path directory, String listeners, List<String> settings, List<String> format)
      throws Exception {
    int port = freePort();
    int controller = freePort();
    servers = "localhost:" + port;
    controllers = "localhost:" + controller;
    Path properties = directory.resolve("server.properties");
    Files.writeString(
        properties,
        String.join(
            "\n",
            "process.roles=broker,controller",
            "node.id=1",
            "controller.quorum.voters=1@localhost:" + controller,
            "listeners=PLAINTEXT://localhost:"
                + port
                + ",CONTROLLER://localhost:"
                + controller
                + listeners,
            "controller.listener.names=CONTROLLER",
            "log.dirs=" + directory.resolve("log"),
            "auto.create.topics.enable=false",
            "offsets.topic.replication.factor=1",
            "offsets.topic.num.partitions=1",
            "transaction.state.log.replication.factor=1",
            "transaction.state.log.min.isr=1",
            "transaction.state.log.num.partitions=1",
            "share.coordinator.state.topic.replication.factor=1",
            "share.coordinator.state.topic.min.isr=1",
            "group.initial.rebalance.delay.ms=0",
            String.join("\n", settings),
            ""));
    Path log = directory.resolve("broker.txt");
    List<String> storage = new ArrayList<>(List.of("kafka.tools.StorageTool", "format", "-t"));
    storage.addAll(List.of(Uuid.randomUuid().toString(), "-c", properties.toString()));
    storage.addAll(format);
    Process formatting = java(log, storage.toArray(String[]::new));
    if (formatting.waitFor() != 0) {
      throw new IOException("the broker's storage: " + Files.readString(log));
    }
    process = java(log, "kafka.Kafka", properties.toString());
    admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers));
    await("the broker's first answer")
        .atMost(START)
        .ignoreExceptions()
        .until(() -> !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty());
  }

  /** A port of the loopback that nobody listens at. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process java(Path log, String... main) throws IOException {
    return TestJvm.start(log, List.of("-Xmx384m"), List.of(main));
  }

  String servers() {
    return servers;
  }

  /** A client that may do everything. */
  Admin admin() {
    return admin;
  }

  /** A client of its controller, which makes topics, and has rights to go by of its own. */
  Admin controller() {
    return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_CONTROLLERS_CONFIG, controllers));
  }

  void create(String topic, int partitions) throws Exception {
    admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
    // The controller knows of it before the broker does.
    await("topic " + topic)
        .atMost(START)
        .ignoreExceptions()
        .until(
            () ->
                admin
                        .describeTopics(List.of(topic))
                        .allTopicNames()
                        .get()
                        .get(topic)
                        .partitions()
                        .size()
                    == partitions);
  }

  /** Lets a group have read all that stands in some topics. */
  void commitAll(String group, List<String> topics) throws Exception {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    ends(topics).forEach((partition, end) -> offsets.put(partition, new OffsetAndMetadata(end)));
    admin.alterConsumerGroupOffsets(group, offsets).all().get();
  }

  /** Where each partition of some topics ends by now. */
  Map<TopicPartition, Long> ends(List<String> topics) throws Exception {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    admin
        .describeTopics(topics)
        .allTopicNames()
        .get()
        .forEach(
            (topic, description) ->
                description
                    .partitions()
                    .forEach(
                        partition ->
                            latest.put(
                                new TopicPartition(topic, partition.partition()),
                                OffsetSpec.latest())));
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin
        .listOffsets(latest)
        .all()
        .get()
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  /** Up to where a group has read. */
  Map<TopicPartition, Long> committed(String group) throws Exception {
    Map<TopicPartition, Long> committed = new HashMap<>();
    admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get()
        .forEach((partition, offset) -> committed.put(partition, offset.offset()));
    return committed;
  }

  @Override
  public void close() throws Exception {
    admin.close(Duration.ofSeconds(5));
    process.destroyForcibly();
    process.waitFor(30, TimeUnit.SECONDS);
  }
}
