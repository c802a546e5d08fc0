package io.plimsoll.jobs.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.contract.Contract;
import io.plimsoll.contract.Level;
import io.plimsoll.jobs.alert.notify.Receiver;
import io.plimsoll.jobs.alerting.AlertFiles;
import io.plimsoll.jobs.alerting.AlertJob;
import io.plimsoll.jobs.backfill.LocalFlink;
import io.plimsoll.jobs.backfill.StateBackend;
import io.plimsoll.jobs.options.AlertOptions;
import io.plimsoll.jobs.options.AlertSettings;
import io.plimsoll.jobs.options.MonitorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The alerts' job on a real broker, with a receiver that fails and a job that is killed. */
class AlertJobITCase {

  private static final Duration AT_MOST = Duration.ofMinutes(4);
  private static final int ACCOUNTS = 8;
  private static final int KILLS = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension
  private static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  @RegisterExtension private static final SharedBroker BROKER = new SharedBroker();

  @TempDir private Path directory;
  private Receiver receiver;
  private TopicClient topics;
  private CrossingProducer producer;
  private Map<String, String> options;

  @BeforeEach
  void start() throws Exception {
    Contract.trust();
    receiver = new Receiver();
    topics = new TopicClient(BROKER.broker().servers());
    producer = new CrossingProducer(BROKER.broker().servers(), "alerted-events");
    Path file = new AlertFiles(directory).write(receiver.url(), "desk", "night");
    options = new TreeMap<>();
    options.put(MonitorOptions.SERVERS.key(), BROKER.broker().servers());
    options.put(MonitorOptions.MARGIN_EVENTS.key(), "alerted-events");
    options.put(AlertOptions.FILE.key(), file.toString());
    options.put(AlertOptions.START.key(), "earliest");
    options.put(AlertOptions.RECEIPTS.key(), "receipts");
    options.put(AlertOptions.DEAD_LETTERS.key(), "dead-letters");
    options.put(AlertOptions.DIGESTS.key(), "digests");
    BROKER.broker().create("alerted-events", 3);
    List<String> created = settings().createTopics(Path.of("..", "flink-conf", "topics.yaml"));
    assertThat(created).isSubsetOf("receipts", "dead-letters", "digests");
  }

  @AfterEach
  void stop() {
    producer.close();
    receiver.close();
  }

  private AlertSettings settings() {
    return AlertSettings.of(Configuration.fromMap(options));
  }

  /** Goes on from the latest checkpoint of the run before, if there was one. */
  private JobClient run(Optional<Path> checkpoint) throws Exception {
    Map<String, String> flink = new HashMap<>();
    flink.put("restart-strategy.type", "none");
    flink.put("execution.checkpointing.interval", "200ms");
    flink.put("execution.checkpointing.dir", directory.resolve("checkpoints").toUri().toString());
    flink.put(
        "execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
    checkpoint.ifPresent(
        path -> flink.put("execution.state-recovery.path", path.toUri().toString()));
    return AlertJob.start(LocalFlink.environment(2, StateBackend.ROCKSDB, flink), settings());
  }

  private Optional<Path> checkpoint() throws IOException {
    return LatestCheckpoint.in(directory.resolve("checkpoints"));
  }

  /** What has arrived on a route: types by account in order of arrival, each id once. */
  private Map<String, List<String>> arrived(String route) throws IOException {
    Map<String, List<String>> arrived = new LinkedHashMap<>();
    Map<String, String> bodies = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (Receiver.Request request : receiver.requests()) {
      if (request.path().equals("/" + route)) {
        String id = request.header("Webhook-id");
        assertThat(bodies.computeIfAbsent(id, first -> request.body())).isEqualTo(request.body());
        JsonNode event = JSON.readTree(request.body());
        assertThat(event.path("id").asText()).isEqualTo(id);
        if (seen.add(id)) {
          arrived
              .computeIfAbsent(event.path("subject").asText(), account -> new ArrayList<>())
              .add(event.path("type").asText().replace("io.plimsoll.alert.", ""));
        }
      }
    }
    return arrived;
  }

  @Test
  void throughFailuresAndKillsEachEpisodeIsToldInOrderOnEachRouteAndHistoryIsNot()
      throws Exception {
    receiver.failOneIn(4);
    Map<String, List<String>> expected = new HashMap<>();
    for (int round = 0; round <= KILLS; round++) {
      JobClient job = run(checkpoint());
      int before = receiver.requests().size();
      producer.write("history-" + round, round, Level.SAFE, Level.INSOLVENT, true);
      for (int i = 0; i < ACCOUNTS; i++) {
        String account = "account-" + round + "-" + i;
        producer.write(account, 1, Level.SAFE, Level.MARGIN_CALL, false);
        producer.write(account, 1, Level.SAFE, Level.MARGIN_CALL, false); // at least once
        producer.write(account, 2, Level.MARGIN_CALL, Level.LIQUIDATABLE, false);
        producer.write(account, 3, Level.LIQUIDATABLE, Level.SAFE, false);
        expected.put(account, List.of("firing", "escalated", "resolved"));
      }
      producer.flush();
      if (round < KILLS) {
        // In the middle: some have arrived, some wait, one is under way.
        await().atMost(AT_MOST).until(() -> receiver.requests().size() > before + 20);
        await().atMost(AT_MOST).until(() -> checkpoint().isPresent());
      } else {
        await()
            .atMost(AT_MOST)
            .until(() -> arrived("desk").equals(expected) && arrived("night").equals(expected));
        await().atMost(AT_MOST).until(() -> deliveredIds().size() == 2 * 3 * expected.size());
      }
      job.cancel().get();
    }
    assertThat(topics.read("dead-letters")).isEmpty();
  }

  /** Of each route and notice that has a receipt. */
  private Set<String> deliveredIds() throws Exception {
    Set<String> ids = new HashSet<>();
    for (ConsumerRecord<byte[], byte[]> record : topics.read("receipts")) {
      JsonNode receipt = JSON.readTree(record.value());
      assertThat(receipt.path("end").asText()).isEqualTo("DELIVERED");
      ids.add(receipt.path("notifier").asText() + ' ' + receipt.path("notice").asText());
    }
    return ids;
  }
}
