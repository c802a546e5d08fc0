package io.plimsoll.jobs.monitor;

import static io.plimsoll.jobs.Fixture.asset;
import static io.plimsoll.jobs.Fixture.parameters;
import static io.plimsoll.jobs.Fixture.quote;
import static io.plimsoll.jobs.Fixture.rate;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.backfill.LocalFlink;
import io.plimsoll.jobs.backfill.StateBackend;
import io.plimsoll.jobs.cli.CommandLineRun;
import io.plimsoll.jobs.kafka.Brokers;
import io.plimsoll.jobs.kafka.InputLookup;
import io.plimsoll.jobs.kafka.InputRecord;
import io.plimsoll.jobs.kafka.RefusedInput;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.options.MonitorOptions;
import io.plimsoll.jobs.options.MonitorSettings;
import io.plimsoll.jobs.wire.SingleObject;
import io.plimsoll.risk.parameters.RiskParameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As somebody types it who finds refused records: look, mend, give back, look again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RefusedITCase {

  private static final int LONGEST = 64 * 1024;
  private static final byte[] NOISE = {(byte) 0xc3, 1, 0, 7};
  private static final byte[] TEXT = "price,100".getBytes(UTF_8);
  private static final byte[] LONG = "x".repeat(300 * 1024).getBytes(UTF_8);
  private static final Map<String, Integer> TOPICS =
      Map.of(
          "quotes",
          2,
          "indices",
          1,
          "stress",
          1,
          "accounts",
          1,
          "positions",
          1,
          "margin-events",
          1,
          "asset-states",
          1,
          "refused",
          1);

  @RegisterExtension
  private static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @RegisterExtension private static final SharedBroker BROKER = new SharedBroker();

  private static final Map<String, String> options = new TreeMap<>();
  private static TopicClient topics;
  private static byte[] unknown;

  @BeforeAll
  static void refuse() throws Exception {
    LocalBroker broker = BROKER.broker();
    topics = new TopicClient(broker.servers());
    for (Map.Entry<String, Integer> topic : TOPICS.entrySet()) {
      broker.create("refusals-" + topic.getKey(), topic.getValue());
      options.put("plimsoll.topics." + topic.getKey(), "refusals-" + topic.getKey());
    }
    options.put(MonitorOptions.PARAMETERS.key(), "given.yaml");
    options.put(MonitorOptions.SERVERS.key(), broker.servers());
    options.put(MonitorOptions.UNTIL.key(), "latest");
    options.put(MonitorOptions.MAX_RECORD.key(), LONGEST + "b");
    write(1, "ETH", value(quote(10, "ETH", 2000)));
    write(1, "ETH", NOISE);
    write(0, "ETH", TEXT);
    write(1, "ETH", null);
    write(1, "ETH", LONG);
    unknown = value(quote(11, "SOL", 100));
    write(1, "SOL", unknown);
    index(value(rate(10, "ETH", 1)));
    index(value(rate(11, "ETH", 100)));
    run(parameters());
  }

  private static byte[] value(MarketEvent event) throws Exception {
    InputRecord record = InputRecord.of(event);
    String topic = "refusals-" + record.kind().name().toLowerCase(Locale.ROOT);
    return new SingleObject(List.of())
        .encoder(topic, record.value().getSchema())
        .encode(record.value());
  }

  private static void write(int partition, String key, byte[] value) throws Exception {
    topics.write(new ProducerRecord<>("refusals-quotes", partition, key.getBytes(UTF_8), value));
  }

  private static void index(byte[] value) throws Exception {
    topics.write(new ProducerRecord<>("refusals-indices", "ETH".getBytes(UTF_8), value));
  }

  private static void run(RiskParameters parameters) throws Exception {
    MonitorJob.start(
            LocalFlink.environment(
                1, StateBackend.HASHMAP, Map.of("restart-strategy.type", "none")),
            MonitorSettings.of(Configuration.fromMap(options)),
            parameters)
        .getJobExecutionResult()
        .get(3, TimeUnit.MINUTES);
  }

  private static CommandLineRun refused(String... arguments) {
    List<String> all = new ArrayList<>(List.of("refused"));
    all.addAll(List.of(arguments));
    options.forEach((key, value) -> all.addAll(List.of("-D", key + '=' + value)));
    CommandLineRun run = CommandLineRun.of(all.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return run;
  }

  private static List<ConsumerRecord<byte[], byte[]>> quotes() {
    return topics.read("refusals-quotes");
  }

  @Test
  @Order(1)
  void eachIsPrintedWithItsPlaceItsReasonAndTheStartOfWhatItWas() {
    List<String> lines = refused().out();
    assertThat(lines)
        .hasSize(6)
        .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  refusals-.*"))
        .anyMatch(line -> line.contains("refusals-quotes-1@1  MALFORMED  "))
        .anyMatch(line -> line.endsWith("  key \"ETH\"  value " + HexFormat.of().formatHex(NOISE)))
        .anyMatch(line -> line.endsWith("  value \"price,100\""))
        .anyMatch(line -> line.contains("refusals-quotes-1@2  MALFORMED  no value"))
        .anyMatch(line -> line.endsWith("xxx\"… (307200 bytes)"))
        .anyMatch(line -> line.contains("  UNKNOWN_ASSET  asset \"SOL\""));
  }

  @Test
  @Order(1)
  void ofALongValueAllBytesAreReadFromTheInputTopic() throws Exception {
    List<JsonNode> all = new ArrayList<>();
    for (String line : refused("--json", "--reason", "MALFORMED").out()) {
      all.add(new ObjectMapper().readTree(line));
    }
    assertThat(all).hasSize(4).allMatch(node -> node.get("whole").asBoolean());
    JsonNode longest =
        all.stream().filter(node -> node.get("offset").asLong() == 3).toList().get(0);
    assertThat(longest.get("topic").asText()).isEqualTo("refusals-quotes");
    assertThat(longest.get("value").binaryValue()).isEqualTo(LONG);
  }

  /** As the guard refuses a quote whose instant is over. */
  @Test
  @Order(1)
  void aRefusalWithoutBytesHasThoseThatStandAtItsPlace() {
    try (InputLookup lookup =
        new InputLookup(
            new Brokers(BROKER.broker().servers(), Map.of()),
            MonitorSettings.of(Configuration.fromMap(options)).inputs(),
            Duration.ofSeconds(30))) {
      assertThat(lookup.complete(late("refusals-quotes-1", 4)).value()).hasValue(unknown);
      assertThat(lookup.complete(late("refusals-quotes-1", 4)).whole()).isTrue();
      assertThat(lookup.complete(late("refusals-quotes-1", 40)).whole()).isFalse();
      assertThat(lookup.complete(late("refusals-quotes-9", 4)).whole()).isFalse();
      assertThat(lookup.complete(late("quotes.csv", 4)).whole()).isFalse();
    }
  }

  private static RefusedInput late(String place, long offset) {
    return new RefusedInput(
        0, place, offset, "LATE", "", Optional.empty(), Optional.empty(), false, Optional.empty());
  }

  @Test
  @Order(1)
  void theyAreChosenByReasonTopicAndTime() {
    long now = System.currentTimeMillis();
    assertThat(refused("--reason", "malformed").out()).hasSize(4);
    assertThat(refused("--topic", "refusals-indices").out()).hasSize(1);
    assertThat(refused("--since", Long.toString(now)).out()).isEmpty();
    assertThat(refused("--until", Long.toString(now)).out()).hasSize(6);
  }

  @Test
  @Order(2)
  void withoutYesNothingIsWritten() {
    int before = quotes().size();
    assertThat(refused("--resubmit").out())
        .containsExactly(
            "refusals-indices-0, OUT_OF_BOUNDS: 1",
            "refusals-quotes-0, MALFORMED: 1",
            "refusals-quotes-1, MALFORMED: 2",
            "refusals-quotes-1, UNKNOWN_ASSET: 1",
            "not re-submitted: 1 that have no value, and would only be refused again",
            "5 records to re-submit; nothing is written without --yes");
    assertThat(quotes()).hasSize(before);
  }

  @Test
  @Order(3)
  void whatIsGivenBackStandsInItsPartitionByteForByteAndWhatIsRefusedAgainSaysSo()
      throws Exception {
    int before = quotes().size();
    assertThat(refused("--resubmit", "--yes", "--topic", "refusals-quotes").out())
        .endsWith("4 records re-submitted");

    List<ConsumerRecord<byte[], byte[]>> again =
        quotes().stream().filter(record -> record.headers().iterator().hasNext()).toList();
    assertThat(quotes()).hasSize(before + 4);
    assertThat(again).extracting(ConsumerRecord::value).contains(NOISE, TEXT, LONG, unknown);
    assertThat(again)
        .extracting(
            record ->
                new String(record.key(), UTF_8)
                    + ' '
                    + record.partition()
                    + ' '
                    + new String(
                        record.headers().lastHeader("plimsoll-resubmitted").value(), UTF_8))
        .containsExactlyInAnyOrder(
            "ETH 1 refusals-quotes-1@1",
            "ETH 0 refusals-quotes-0@0",
            "ETH 1 refusals-quotes-1@3",
            "SOL 1 refusals-quotes-1@4");

    BROKER.broker().create("refusals-refused-again", 1);
    options.put("plimsoll.topics.refused", "refusals-refused-again");
    run(parameters(asset("ETH", "0.8"), asset("USDC", "0.9"), asset("SOL", "0.5")));
    List<String> lines = refused().out();
    assertThat(lines)
        .noneMatch(line -> line.contains("UNKNOWN_ASSET"))
        .anyMatch(line -> line.endsWith("re-submitted, refused before as refusals-quotes-1@1"))
        .anyMatch(line -> line.endsWith("re-submitted, refused before as refusals-quotes-0@0"));
    assertThat(lines.stream().filter(line -> line.contains("re-submitted"))).hasSize(3);
  }
}
