package io.plimsoll.jobs.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plimsoll.contract.AssetState;
import io.plimsoll.contract.MarginEvent;
import io.plimsoll.contract.RefusedRecord;
import io.plimsoll.jobs.backfill.Backfills;
import io.plimsoll.jobs.backfill.LocalFlink;
import io.plimsoll.jobs.backfill.SharedCases;
import io.plimsoll.jobs.backfill.StateBackend;
import io.plimsoll.jobs.cli.CommandLineRun;
import io.plimsoll.jobs.kafka.BrokerException;
import io.plimsoll.jobs.kafka.Brokers;
import io.plimsoll.jobs.kafka.InputRecord;
import io.plimsoll.jobs.kafka.OutputReader;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.options.MonitorOptions;
import io.plimsoll.jobs.options.MonitorSettings;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.jobs.wire.ApicurioRegistry;
import io.plimsoll.jobs.wire.Confluent;
import io.plimsoll.jobs.wire.LocalRegistry;
import io.plimsoll.jobs.wire.RecordDecoder;
import io.plimsoll.jobs.wire.RegistryAddress;
import io.plimsoll.jobs.wire.SingleObject;
import io.plimsoll.jobs.wire.WireFormat;
import io.plimsoll.risk.parameters.RiskParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The live job on a real broker: what it says of a history is what the backfill says of it. */
class MonitorITCase {

  /** Netted, e-mode and perpetual accounts; sources that fail; venues that go down. */
  private static final String CASE = "misbehaving-market";

  private static final Map<String, Integer> INPUTS =
      Map.of("quotes", 3, "indices", 2, "stress", 1, "accounts", 2, "positions", 3);

  private static final List<String> TOPICS =
      List.of(
          "quotes",
          "indices",
          "stress",
          "accounts",
          "positions",
          "margin-events",
          "asset-states",
          "refused");

  private static final int POISON_EVERY = 10;
  private static final int MAX_BYTES = 64 * 1024;
  private static final long MINUTES_AT_MOST = 3;
  private static final WireFormat FORMAT = new SingleObject(List.of());

  @RegisterExtension
  private static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  @RegisterExtension private static final SharedBroker BROKER = new SharedBroker();

  @TempDir private static Path directory;

  private static LocalBroker broker;
  private static TopicClient topics;
  private static Path data;
  private static RiskParameters parameters;
  private static List<InputRecord> records;
  private static List<String> expected;
  private static List<String> expectedStates;
  private static List<ProducerRecord<byte[], byte[]>> poison;
  private static Path backfill;

  @BeforeAll
  static void feed() throws Exception {
    SharedCases.assumeThere();
    data =
        SharedCases.all().stream()
            .filter(found -> found.endsWith(CASE))
            .findFirst()
            .orElse(SharedCases.all().get(0));
    parameters = ParameterFile.load(data.resolve("parameters.yaml"));
    backfill = directory.resolve("backfill");
    Backfills.run(data, backfill, 2, StateBackend.HASHMAP, 0);
    expected = EventTexts.ofFile(backfill.resolve(OutputDirectory.MARGIN_EVENTS));
    expectedStates = EventTexts.ofFile(backfill.resolve(OutputDirectory.ASSET_STATES));
    broker = BROKER.broker();
    topics = new TopicClient(broker.servers());
    for (Map.Entry<String, Integer> input : INPUTS.entrySet()) {
      broker.create(input.getKey(), input.getValue());
    }
    records = PlayedCase.of(data, parameters).records();
    poison = topics.feed(records, "", FORMAT, POISON_EVERY, MAX_BYTES);
  }

  private static Map<String, String> options(String name) throws Exception {
    Map<String, String> options = new TreeMap<>();
    options.put(MonitorOptions.PARAMETERS.key(), data.resolve("parameters.yaml").toString());
    options.put(MonitorOptions.SERVERS.key(), broker.servers());
    options.put(MonitorOptions.UNTIL.key(), "latest");
    options.put(MonitorOptions.MAX_RECORD.key(), MAX_BYTES + "b");
    for (var output :
        List.of(
            MonitorOptions.MARGIN_EVENTS, MonitorOptions.ASSET_STATES, MonitorOptions.REFUSED)) {
      String topic = name + "-" + output.defaultValue();
      broker.create(topic, 2);
      options.put(output.key(), topic);
    }
    return options;
  }

  private static void run(int parallelism, Map<String, String> options, Map<String, String> flink)
      throws Exception {
    Map<String, String> all = new TreeMap<>(flink);
    all.put("restart-strategy.type", "none"); // what fails is to be seen
    start(parallelism, options, all).getJobExecutionResult().get(MINUTES_AT_MOST, TimeUnit.MINUTES);
  }

  private static JobClient start(
      int parallelism, Map<String, String> options, Map<String, String> flink) throws Exception {
    return MonitorJob.start(
        LocalFlink.environment(parallelism, StateBackend.HASHMAP, flink),
        MonitorSettings.of(Configuration.fromMap(options)),
        parameters);
  }

  private static List<String> events(Map<String, String> options) throws Exception {
    return events(options, true);
  }

  private static List<String> events(Map<String, String> options, boolean backfill)
      throws Exception {
    List<String> events = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record :
        topics.read(options.get(MonitorOptions.MARGIN_EVENTS.key()))) {
      MarginEvent event = MarginEvent.getDecoder().decode(record.value());
      assertThat(new String(record.key(), java.nio.charset.StandardCharsets.UTF_8))
          .isEqualTo(event.getAccount());
      assertThat(event.getBackfill()).isEqualTo(backfill);
      events.add(EventTexts.of(event));
    }
    return events;
  }

  private static List<String> states(Map<String, String> options) throws Exception {
    List<String> states = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record :
        topics.read(options.get(MonitorOptions.ASSET_STATES.key()))) {
      states.add(EventTexts.of(AssetState.getDecoder().decode(record.value())));
    }
    return states;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void aHistoryGivesTheEventsOfTheBackfillAndPoisonChangesNothing(int parallelism)
      throws Exception {
    Map<String, String> options = options("parity-" + parallelism);
    // Its last minutes then hang on the last instant that the end of the topics tells.
    options.put(MonitorOptions.MAX_LATENESS.key(), "20 min");

    run(parallelism, options, Map.of());

    assertThat(expected).isNotEmpty();
    assertThat(events(options)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(states(options)).containsExactlyInAnyOrderElementsOf(expectedStates);
    assertThat(refusedBytes(options)).containsAll(poison.stream().map(MonitorITCase::hex).toList());
  }

  /** Key and value of everything refused, in hexadecimal; the value as far as it is kept. */
  private static List<String> refusedBytes(Map<String, String> options) throws Exception {
    List<String> refused = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record :
        topics.read(options.get(MonitorOptions.REFUSED.key()))) {
      RefusedRecord told = RefusedRecord.getDecoder().decode(record.value());
      assertThat(told.getPlace()).matches("(quotes|indices|stress|accounts|positions)-\\d");
      assertThat(told.getDetail()).isNotBlank();
      refused.add(
          told.getKey().map(key -> HexFormat.of().formatHex(key.array())).orElse("")
              + ':'
              + told.getValue().map(value -> HexFormat.of().formatHex(value.array())).orElse(""));
    }
    return refused;
  }

  private static String hex(ProducerRecord<byte[], byte[]> record) {
    return HexFormat.of().formatHex(record.key())
        + ':'
        + (record.value() == null ? "" : HexFormat.of().formatHex(record.value()));
  }

  @Test
  void aJobWithoutAnEndShowsEventsWhileItRuns() throws Exception {
    Map<String, String> options = options("live");
    options.put(MonitorOptions.UNTIL.key(), "never");
    options.put(MonitorOptions.IDLE_AFTER.key(), "10 s"); // far longer than any pause of this read
    JobClient job = start(2, options, Map.of());
    try {
      await("half of the events")
          .atMost(Duration.ofMinutes(MINUTES_AT_MOST))
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> events(options, false).size() > expected.size() / 2);
      assertThat(expected).containsAll(events(options, false));
    } finally {
      job.cancel().get(1, TimeUnit.MINUTES);
    }
  }

  @Test
  void exactlyOnceACommittedReaderFindsEachEventOnce() throws Exception {
    Map<String, String> options = options("once");
    options.put(MonitorOptions.DELIVERY.key(), "exactly-once");
    options.put(MonitorOptions.TRANSACTIONS.key(), "once");

    run(2, options, Map.of("execution.checkpointing.interval", "200 ms"));

    assertThat(events(options)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aStartAtTheEndReadsNothing() throws Exception {
    for (String start : List.of("latest", Long.toString(System.currentTimeMillis()))) {
      Map<String, String> options = options("from-" + start);
      options.put(MonitorOptions.START.key(), start);

      run(2, options, Map.of());

      assertThat(events(options)).isEmpty();
      assertThat(refusedBytes(options)).isEmpty();
    }
  }

  @Test
  void aGroupGoesOnFromWhatItHasCommitted() throws Exception {
    Map<String, String> options = options("committed");
    options.put(MonitorOptions.GROUP.key(), "committed");
    options.put(MonitorOptions.START.key(), "committed");
    broker.commitAll("committed", List.copyOf(INPUTS.keySet()));

    run(2, options, Map.of());

    assertThat(events(options)).isEmpty();
    assertThat(refusedBytes(options)).isEmpty();
  }

  /** A registry of the test's own, as broken at first as no real one can be made. */
  @Test
  void aRegistryThatFailsRestartsTheJobAndRefusesNothing() throws Exception {
    try (LocalRegistry registry = new LocalRegistry()) {
      WireFormat format = new Confluent(RegistryAddress.open(registry.url()));
      Map<String, String> options = options("confluent");
      options.put(MonitorOptions.WIRE.key(), "confluent");
      options.put(MonitorOptions.REGISTRY.key(), registry.url());
      for (Map.Entry<String, Integer> input : INPUTS.entrySet()) {
        broker.create("confluent-" + input.getKey(), input.getValue());
        options.put("plimsoll.topics." + input.getKey(), "confluent-" + input.getKey());
      }
      topics.feed(records, "confluent-", format, POISON_EVERY, MAX_BYTES);
      int before = registry.asked();
      registry.answerNext(10_000, 503, "starting");

      JobClient job =
          start(
              2,
              options,
              Map.of(
                  "restart-strategy.type",
                  "fixed-delay",
                  "restart-strategy.fixed-delay.attempts",
                  "1000",
                  "restart-strategy.fixed-delay.delay",
                  "100 ms"));
      await("more requests than all tasks of one attempt make")
          .atMost(Duration.ofMinutes(MINUTES_AT_MOST))
          .until(() -> registry.asked() > before + 60);
      registry.recover();
      job.getJobExecutionResult().get(MINUTES_AT_MOST, TimeUnit.MINUTES);

      RecordDecoder decoder = format.decoder(MarginEvent.getClassSchema());
      List<String> ids = new ArrayList<>();
      for (ConsumerRecord<byte[], byte[]> record :
          topics.read(options.get(MonitorOptions.MARGIN_EVENTS.key()))) {
        ids.add("id=" + decoder.decode(record.value()).get("id"));
      }
      assertThat(ids)
          .containsExactlyInAnyOrderElementsOf(
              expected.stream().map(event -> event.replaceAll(".*\\b(id=\\w+).*", "$1")).toList());
    }
  }

  /** As somebody types it: feed, monitor, events. */
  @Test
  void aCaseThatWasFedGivesTheLinesOfTheBackfill() throws Exception {
    assertFedGivesTheLines("fed-", FORMAT, Map.of());
  }

  @Test
  void soItDoesWithTheSchemasInARealRegistry() throws Exception {
    try (ApicurioRegistry registry = ApicurioRegistry.start("registry-of-monitor")) {
      assertFedGivesTheLines(
          "registered-",
          new Confluent(RegistryAddress.open(registry.url())),
          Map.of(
              MonitorOptions.WIRE.key(),
              "confluent",
              MonitorOptions.REGISTRY.key(),
              registry.url()));
    }
  }

  private static void assertFedGivesTheLines(
      String prefix, WireFormat format, Map<String, String> wire) throws Exception {
    Map<String, String> options = new TreeMap<>(wire);
    options.put(MonitorOptions.PARAMETERS.key(), data.resolve("parameters.yaml").toString());
    options.put(MonitorOptions.SERVERS.key(), broker.servers());
    options.put(MonitorOptions.UNTIL.key(), "latest");
    for (String topic : TOPICS) {
      options.put("plimsoll.topics." + topic, prefix + topic);
    }
    List<String> refused = Files.readAllLines(backfill.resolve(OutputDirectory.REFUSED));
    long malformed = refused.stream().filter(row -> row.contains("\"MALFORMED\"")).count();
    long sent = records.size();

    CommandLineRun feed =
        command(
            options,
            "feed",
            "--data",
            data.toString(),
            "--create-topics",
            "--topics",
            Path.of("..", "flink-conf", "topics.yaml").toString());
    run(2, options, Map.of());
    CommandLineRun json = command(options, "events", "--json");
    CommandLineRun sentences = command(options, "events");

    assertThat(feed.code()).isZero();
    assertThat(feed.out()).containsExactly(sent + " records sent, " + malformed + " rows not sent");
    assertThat(feed.err())
        .contains("created topic " + prefix + "quotes", "created topic " + prefix + "refused");
    List<String> lines = Files.readAllLines(backfill.resolve(OutputDirectory.MARGIN_EVENTS));
    assertThat(json.code()).isZero();
    assertThat(json.out()).isNotEmpty().isEqualTo(lines);
    assertThat(sentences.out()).hasSameSizeAs(lines).allMatch(line -> line.contains(" -> "));
    assertThat(reasons(options, format)).isEqualTo(reasons(refused));
  }

  private static CommandLineRun command(Map<String, String> options, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    options.forEach((key, value) -> all.addAll(List.of("-D", key + '=' + value)));
    return CommandLineRun.of(all.toArray(String[]::new));
  }

  /** How many records were refused for what they say, by reason. */
  private static Map<String, Integer> reasons(Map<String, String> options, WireFormat format)
      throws Exception {
    RecordDecoder decoder = format.decoder(RefusedRecord.getClassSchema());
    List<String> reasons = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record :
        topics.read(options.get(MonitorOptions.REFUSED.key()))) {
      reasons.add("\"" + decoder.decode(record.value()).get("reason") + '"');
    }
    return reasons(reasons);
  }

  private static Map<String, Integer> reasons(List<String> refused) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String reason :
        List.of("UNKNOWN_ASSET", "UNKNOWN_CATEGORY", "NON_POSITIVE", "OUT_OF_BOUNDS")) {
      String quoted = '"' + reason + '"';
      counts.put(reason, (int) refused.stream().filter(row -> row.contains(quoted)).count());
    }
    return counts;
  }

  @Test
  void aRecordThatIsNoMarginEventIsToldAndTheOthersArePrinted() throws Exception {
    broker.create("foreign", 1);
    byte[] noise = {1, 2, 3};
    topics.write(new ProducerRecord<>("foreign", new byte[] {1}, noise));
    topics.write(new ProducerRecord<>("foreign", new byte[] {1}, null));

    CommandLineRun run =
        command(
            Map.of(
                MonitorOptions.SERVERS.key(),
                broker.servers(),
                MonitorOptions.MARGIN_EVENTS.key(),
                "foreign"),
            "events",
            "--json");

    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .hasSize(2)
        .allMatch(line -> line.startsWith("no margin event: foreign-0"));
  }

  @Test
  void followingGoesOnWithWhatIsWrittenLater() throws Exception {
    broker.create("followed", 1);
    List<String> unreadable = new ArrayList<>();
    try (OutputReader<?> reader =
        OutputReader.ofEvents(
            new Brokers(broker.servers(), Map.of()),
            "followed",
            FORMAT,
            Duration.ofSeconds(10),
            event -> {},
            unreadable::add)) {
      reader.readToEnd();
      assertThat(unreadable).isEmpty();
      topics.write(new ProducerRecord<>("followed", new byte[] {1}, new byte[] {1}));
      long start = System.nanoTime();

      reader.follow(
          () ->
              unreadable.isEmpty()
                  && System.nanoTime() - start < TimeUnit.MINUTES.toNanos(MINUTES_AT_MOST));
    }
    assertThat(unreadable).singleElement().asString().startsWith("followed-0, offset 0: ");
  }

  @Test
  void aMissingTopicIsNamed() throws Exception {
    Map<String, String> options = options("missing");
    options.put(MonitorOptions.POSITIONS.key(), "no-such-topic");

    assertThatThrownBy(() -> run(1, options, Map.of()))
        .isInstanceOf(BrokerException.class)
        .hasMessageStartingWith("topic no-such-topic: there is none at " + broker.servers());
  }
}
