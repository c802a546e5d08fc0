package io.plimsoll.jobs.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.AssetState;
import io.plimsoll.contract.MarginEvent;
import io.plimsoll.jobs.backfill.Backfills;
import io.plimsoll.jobs.backfill.LocalFlink;
import io.plimsoll.jobs.backfill.SharedCases;
import io.plimsoll.jobs.backfill.StateBackend;
import io.plimsoll.jobs.cli.CommandLineRun;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.options.MonitorOptions;
import io.plimsoll.jobs.options.MonitorSettings;
import io.plimsoll.jobs.parameters.ParameterFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A live run, without an end and without idle partitions, fed with heartbeats: when {@code feed
 * --wait} returns, what stands in its topics is what a backfill of the case writes, and what is
 * expected of it.
 *
 * <p>One case at parallelism 1, 2 and 4, the others at one; with {@code -Dplimsoll.parity=all} all
 * at all, and each exactly once.
 */
class LiveParityITCase {

  private static final Map<String, Integer> INPUTS =
      Map.of("quotes", 3, "indices", 2, "stress", 1, "accounts", 2, "positions", 3);

  private static final List<String> OUTPUTS = List.of("margin-events", "asset-states", "refused");

  @RegisterExtension
  private static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setConfiguration(
                  new Configuration()
                      .set(MetricOptions.METRIC_FETCHER_UPDATE_INTERVAL, Duration.ofMillis(100)))
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  @TempDir private static Path directory;

  private static LocalBroker broker;
  private static TopicClient topics;

  @BeforeAll
  static void start() throws Exception {
    SharedCases.assumeThere();
    broker = new LocalBroker(directory);
    topics = new TopicClient(broker.servers());
  }

  @AfterAll
  static void stop() throws Exception {
    if (broker != null) {
      broker.close();
    }
  }

  @TestFactory
  List<DynamicTest> aLiveRunSaysWhatTheBackfillSays() throws Exception {
    boolean all = "all".equals(System.getProperty("plimsoll.parity"));
    List<DynamicTest> tests = new ArrayList<>();
    List<Path> cases = SharedCases.all();
    for (int i = 0; i < cases.size(); i++) {
      // The last in the alphabet has all that the model has: sources that fail, venues, netting.
      boolean thorough = all || i == cases.size() - 1;
      for (int parallelism : thorough ? new int[] {1, 2, 4} : new int[] {2}) {
        tests.add(live(cases.get(i), parallelism, Map.of()));
      }
      if (thorough) {
        tests.add(live(cases.get(i), 2, Map.of("execution.checkpointing.interval", "1 s")));
      }
    }
    return tests;
  }

  /** Where checkpoints are taken, exactly once. */
  private static DynamicTest live(Path data, int parallelism, Map<String, String> flink) {
    String name = data.getFileName() + "-" + parallelism + (flink.isEmpty() ? "" : "-exactly-once");
    return DynamicTest.dynamicTest(name, () -> check(data, name, parallelism, flink));
  }

  private static void check(Path data, String name, int parallelism, Map<String, String> flink)
      throws Exception {
    Map<String, String> options = options(data, name, !flink.isEmpty());
    Path backfill = backfill(data);
    Map<String, String> all = new TreeMap<>(flink);
    all.put("restart-strategy.type", "none"); // what fails is to be seen
    JobClient job =
        MonitorJob.start(
            LocalFlink.environment(parallelism, StateBackend.HASHMAP, all),
            MonitorSettings.of(Configuration.fromMap(options)),
            ParameterFile.load(data.resolve("parameters.yaml")));
    try {
      CommandLineRun feed =
          command(
              options,
              "feed",
              "--data",
              data.toString(),
              "--heartbeat",
              "50ms",
              "--wait",
              "--wait-timeout",
              "3m",
              "--target",
              target());
      assertThat(feed.code()).as("%s", feed.err()).isZero();

      List<String> events = command(options, "events", "--json").out();

      assertThat(events)
          .isNotEmpty()
          .isEqualTo(Files.readAllLines(backfill.resolve(OutputDirectory.MARGIN_EVENTS)));
      assertThat(states(options))
          .containsExactlyInAnyOrderElementsOf(
              EventTexts.ofFile(backfill.resolve(OutputDirectory.ASSET_STATES)));
      assertThat(againstExpected(data, events)).isEqualTo("agrees");
      assertNoneIsOfABackfill(options);
    } finally {
      job.cancel().get(1, TimeUnit.MINUTES);
    }
  }

  private static String target() {
    Configuration client = CLUSTER.getClientConfiguration();
    return client.get(JobManagerOptions.ADDRESS) + ':' + client.get(RestOptions.PORT);
  }

  private static Map<String, String> options(Path data, String name, boolean exactlyOnce)
      throws Exception {
    Map<String, String> options = new TreeMap<>();
    options.put(MonitorOptions.PARAMETERS.key(), data.resolve("parameters.yaml").toString());
    options.put(MonitorOptions.SERVERS.key(), broker.servers());
    options.put(MonitorOptions.IDLE_AFTER.key(), "0 s");
    if (exactlyOnce) {
      options.put(MonitorOptions.DELIVERY.key(), "exactly-once");
      options.put(MonitorOptions.TRANSACTIONS.key(), name);
    }
    for (Map.Entry<String, Integer> input : INPUTS.entrySet()) {
      create(options, name, input.getKey(), input.getValue());
    }
    for (String output : OUTPUTS) {
      create(options, name, output, 2);
    }
    return options;
  }

  private static void create(Map<String, String> options, String name, String topic, int partitions)
      throws Exception {
    broker.create(name + "-" + topic, partitions);
    options.put("plimsoll.topics." + topic, name + "-" + topic);
  }

  /** Run once for each case. */
  private static Path backfill(Path data) throws Exception {
    Path out = directory.resolve(data.getFileName());
    if (!Files.exists(out)) {
      Backfills.run(data, out, 2, StateBackend.HASHMAP, 0);
    }
    return out;
  }

  private static CommandLineRun command(Map<String, String> options, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    options.forEach((key, value) -> all.addAll(List.of("-D", key + '=' + value)));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  private static List<String> states(Map<String, String> options) throws Exception {
    List<String> states = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record :
        topics.read(options.get(MonitorOptions.ASSET_STATES.key()))) {
      states.add(EventTexts.of(AssetState.getDecoder().decode(record.value())));
    }
    return states;
  }

  private static String againstExpected(Path data, List<String> events) throws Exception {
    Path live = directory.resolve("live.jsonl");
    Files.write(live, events);
    return SharedCases.compare(data.resolve("expected-margin-events.jsonl.gz"), live);
  }

  private static void assertNoneIsOfABackfill(Map<String, String> options) throws Exception {
    for (ConsumerRecord<byte[], byte[]> record :
        topics.read(options.get(MonitorOptions.MARGIN_EVENTS.key()))) {
      assertThat(MarginEvent.getDecoder().decode(record.value()).getBackfill()).isFalse();
    }
  }
}
