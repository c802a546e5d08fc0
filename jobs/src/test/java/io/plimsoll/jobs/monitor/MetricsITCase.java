package io.plimsoll.jobs.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.contract.RefusedRecord;
import io.plimsoll.jobs.backfill.Backfills;
import io.plimsoll.jobs.backfill.LocalFlink;
import io.plimsoll.jobs.backfill.SharedCases;
import io.plimsoll.jobs.backfill.StateBackend;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.operations.InstalledServer;
import io.plimsoll.jobs.operations.PrometheusQueries;
import io.plimsoll.jobs.operations.WatchFiles;
import io.plimsoll.jobs.options.MonitorOptions;
import io.plimsoll.jobs.options.MonitorSettings;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.jobs.wire.SingleObject;
import io.plimsoll.jobs.wire.WireFormat;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.metrics.prometheus.PrometheusReporterFactory;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Prometheus sees of a monitor that has applied a whole case and runs on: the figures of its
 * backfill.
 */
class MetricsITCase {

  private static final String CASE = "misbehaving-market";
  private static final Map<String, Integer> INPUTS =
      Map.of("quotes", 3, "indices", 1, "stress", 1, "accounts", 1, "positions", 2);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int POISON_EVERY = 25;
  private static final int MAX_BYTES = 64 * 1024;
  private static final WireFormat FORMAT = new SingleObject(List.of());
  private static final Path PAGE = Path.of("..", "docs", "metrics.md");
  private static final int PORT = LocalBroker.freePort();

  @RegisterExtension
  private static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .setConfiguration(
                  Configuration.fromMap(
                      Map.of(
                          "metrics.reporter.prom.factory.class",
                          PrometheusReporterFactory.class.getName(),
                          "metrics.reporter.prom.port",
                          Integer.toString(PORT))))
              .build());

  @RegisterExtension private static final SharedBroker BROKER = new SharedBroker();

  @TempDir private static Path directory;

  private static TopicClient topics;
  private static int poison;
  private static JobClient job;
  private static Scrape scrape;
  private static final Map<String, String> options = new TreeMap<>();

  /** Once for all tests; but only before each does the environment stand for the cluster. */
  @BeforeEach
  void run() throws Exception {
    SharedCases.assumeThere();
    if (job == null) {
      start();
    }
  }

  private static void start() throws Exception {
    Path data =
        SharedCases.all().stream().filter(found -> found.endsWith(CASE)).findFirst().orElseThrow();
    RiskParameters parameters = ParameterFile.load(data.resolve("parameters.yaml"));
    Backfills.run(data, directory, 2, StateBackend.HASHMAP, 0);
    LocalBroker broker = BROKER.broker();
    topics = new TopicClient(broker.servers());
    options.put(MonitorOptions.PARAMETERS.key(), data.resolve("parameters.yaml").toString());
    options.put(MonitorOptions.SERVERS.key(), broker.servers());
    options.put(MonitorOptions.IDLE_AFTER.key(), "10 min"); // no partition ever is
    options.put(MonitorOptions.MAX_RECORD.key(), MAX_BYTES + "b");
    Map<String, Integer> all = new TreeMap<>(INPUTS);
    all.putAll(Map.of("margin-events", 1, "asset-states", 1, "refused", 1));
    for (Map.Entry<String, Integer> topic : all.entrySet()) {
      broker.create("metrics-" + topic.getKey(), topic.getValue());
      options.put("plimsoll.topics." + topic.getKey(), "metrics-" + topic.getKey());
    }
    PlayedCase played = PlayedCase.of(data, parameters);
    long last = played.last();
    poison = topics.feed(played.records(), "metrics-", FORMAT, POISON_EVERY, MAX_BYTES).size();
    Closing.at(last, Duration.ofMillis(200)).write(topics, "metrics-", INPUTS, FORMAT);
    job =
        MonitorJob.start(
            LocalFlink.environment(2, StateBackend.HASHMAP, Map.of()),
            MonitorSettings.of(Configuration.fromMap(options)),
            parameters);
    int expected = events().size();
    await("all events of the case, and the refusals")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              scrape = Scrape.of(PORT);
              assertThat(eventTimes())
                  .hasSize(2)
                  .allSatisfy(time -> assertThat(time).isBetween(last - 2_000, last + 2_000));
              assertThat(scrape.sum("plimsoll_triggerLatencyFromInstant_count"))
                  .isEqualTo(expected);
            });
  }

  @AfterAll
  static void stop() throws Exception {
    if (job != null) {
      job.cancel().get(1, TimeUnit.MINUTES);
    }
  }

  private static List<JsonNode> events() throws IOException {
    return lines(OutputDirectory.MARGIN_EVENTS);
  }

  private static List<JsonNode> lines(String file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(directory.resolve(file))) {
      lines.add(json.readTree(line));
    }
    return lines;
  }

  /** Where event time stands in each subtask of the watch, by the lag that it tells. */
  private static List<Long> eventTimes() {
    long now = System.currentTimeMillis();
    return scrape.samples("plimsoll_eventTimeLag").stream()
        .map(lag -> now - (long) lag.value())
        .toList();
  }

  @Test
  void accountsStandAtTheLevelsOfTheirLastEvents() throws Exception {
    Map<String, String> last = new TreeMap<>();
    events().forEach(event -> last.put(event.get("account").asText(), event.get("to").asText()));
    Map<String, Long> expected = new TreeMap<>();
    last.values().forEach(level -> expected.merge(level, 1L, Long::sum));
    expected.remove("SAFE");

    Map<String, Long> told = scrape.sums("plimsoll_level_accounts", "level");

    assertThat(told.remove("SAFE")).isPositive();
    assertThat(told).isNotEmpty().isEqualTo(expected);
  }

  @Test
  void everyRefusalIsCountedByItsReason() throws Exception {
    Map<String, Long> written = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : topics.read("metrics-refused")) {
      RefusedRecord refused = RefusedRecord.getDecoder().decode(record.value());
      written.merge(refused.getReason().name(), 1L, Long::sum);
    }
    assertThat(scrape.sums("plimsoll_reason_refused", "reason"))
        .isEqualTo(written)
        .hasEntrySatisfying("MALFORMED", count -> assertThat(count).isEqualTo(poison))
        .hasSizeGreaterThan(1);
    assertThat(scrape.sum("numRecordsInErrors")).isGreaterThanOrEqualTo(poison);
  }

  @Test
  void everyAssetWithAMarkHasAStatus() throws Exception {
    Set<String> marked = new HashSet<>();
    lines(OutputDirectory.ASSET_STATES).forEach(state -> marked.add(state.get("asset").asText()));

    assertThat(scrape.sum("plimsoll_status_assets")).isEqualTo(marked.size());
  }

  @Test
  void whatArrivedInThisTestLeftInThisTestWhateverTimeItSpeaksOf() {
    for (Scrape.Sample sample : scrape.samples("plimsoll_triggerLatencyFromArrival")) {
      assertThat(sample.value()).isBetween(0.0, (double) Duration.ofMinutes(5).toMillis());
    }
    for (Scrape.Sample sample : scrape.samples("plimsoll_triggerLatencyFromInstant")) {
      assertThat(sample.value()).isGreaterThan(Duration.ofDays(300).toMillis());
    }
    assertThat(scrape.sum("plimsoll_triggerLatencyFromArrival_count")).isPositive();
  }

  @Test
  void theWheelFiredAndNoMoreWasJudgedThanFiredOrChanged() {
    assertThat(scrape.sum("plimsoll_fires")).isPositive();
    assertThat(scrape.sum("plimsoll_wheelEntries")).isPositive();
    assertThat(scrape.sum("plimsoll_accountsWatched")).isPositive();
    assertThat(scrape.sum("plimsoll_judgements"))
        .isGreaterThanOrEqualTo(scrape.sum("plimsoll_exactJudgements"))
        .isPositive();
    assertThat(scrape.samples("plimsoll_instantsApplied"))
        .allSatisfy(instants -> assertThat(instants.value()).isPositive());
  }

  /** The panels of the dashboard have something, and the rules see a monitor that is years late. */
  @Test
  void aRealPrometheusSeesIt() throws Exception {
    try (InstalledServer prometheus = InstalledServer.prometheusOf(PORT, directory)) {
      PrometheusQueries asked = new PrometheusQueries(prometheus);
      for (Map.Entry<String, String> query : WatchFiles.queriesOfTheMonitor().entrySet()) {
        await(query.getKey())
            .atMost(PATIENCE)
            .until(() -> !asked.series(query.getValue()).isEmpty());
      }
      await().atMost(PATIENCE).until(() -> asked.firing().contains("PlimsollWatermarkStalled"));
      assertThat(asked.firing()).doesNotContain("PlimsollAlive", "PlimsollMonitorSilent");
    }
  }

  @Test
  void thePageHasEachWithItsTypeAndItsOperatorAndNoOther() throws IOException {
    Set<String> registered = new HashSet<>();
    scrape
        .types()
        .forEach(
            (name, type) ->
                scrape.samples(name).stream()
                    .filter(sample -> name.startsWith("plimsoll_"))
                    .map(sample -> sample.labels().get("operator_name").replace('_', ' '))
                    .forEach(operator -> registered.add(name + ", " + type + ", " + operator)));
    Set<String> documented = new HashSet<>();
    Pattern row =
        Pattern.compile("\\| `(plimsoll_\\w+)(?:\\{\\w+\\})?` \\| (\\w+) \\|[^|]*\\| ([^|]*) \\|");
    for (String line : Files.readAllLines(PAGE)) {
      row.matcher(line)
          .results()
          .forEach(
              cells ->
                  documented.add(cells.group(1) + ", " + cells.group(2) + ", " + cells.group(3)));
    }
    assertThat(registered).isNotEmpty().isEqualTo(documented);
  }
}
