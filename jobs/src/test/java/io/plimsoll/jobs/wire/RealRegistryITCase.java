package io.plimsoll.jobs.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.apicurio.registry.resolver.SchemaResolverConfig;
import io.apicurio.registry.serde.SerdeConfig;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.plimsoll.contract.Contract;
import io.plimsoll.contract.Quote;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Confluent's format on a registry that others wrote, with records that others wrote and read. */
class RealRegistryITCase {

  static {
    Contract.trust(); // the builders of its records need it
  }

  private static final long INSTANT = 1_583_971_200_123L;
  private static final Schema QUOTE = Quote.getClassSchema();

  /** A producer of another version: it does not know of confidence, and says a venue. */
  private static final Schema EVOLVED =
      new Schema.Parser()
          .parse(
              """
              {"type": "record", "name": "Quote", "namespace": "io.plimsoll.contract", "fields": [
                {"name": "timestamp", "type": {"type": "long", "logicalType": "timestamp-millis"}},
                {"name": "asset", "type": "string"},
                {"name": "venue", "type": "string", "default": ""},
                {"name": "price", "type": "double"},
                {"name": "source", "type": "string", "default": ""},
                {"name": "sequence", "type": ["null", "long"], "default": null}]}
              """);

  private static ApicurioRegistry registry;
  private static Confluent format;

  @BeforeAll
  static void start() throws Exception {
    registry = ApicurioRegistry.start("real-registry");
    registry.require("FULL_TRANSITIVE");
    format = new Confluent(RegistryAddress.open(registry.url()));
  }

  @AfterAll
  static void stop() {
    if (registry != null) {
      registry.close();
    }
  }

  private static GenericRecord quote(Schema schema) {
    GenericRecord quote = new GenericData.Record(schema);
    quote.put("timestamp", INSTANT);
    quote.put("asset", "ETH");
    quote.put("price", 1834.25);
    quote.put("source", "pyth");
    return quote;
  }

  private static Quote.Builder ours() {
    return Quote.newBuilder()
        .setTimestamp(Instant.ofEpochMilli(INSTANT))
        .setAsset("ETH")
        .setPrice(1834.25);
  }

  private static int id(byte[] value) {
    return ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
  }

  @Test
  void everyRecordOfTheContractIsRegisteredOnceAndFoundByItsId() {
    Set<Integer> ids = new HashSet<>();
    for (Schema schema : Contract.RECORDS) {
      String topic = "contract-" + schema.getName();
      Registry ours = new Registry(RegistryAddress.open(registry.url()));
      int id = ours.register(topic, schema);

      assertThat(ids.add(id)).as("an id of its own for " + schema.getName()).isTrue();
      assertThat(ours.register(topic, schema)).isEqualTo(id);
      assertThat(ours.schema(id)).contains(schema);
    }
  }

  @Nested
  class ApicuriosOwn {

    private Map<String, Object> configuration() {
      return Map.of(
          SchemaResolverConfig.REGISTRY_URL, registry.nativeUrl(),
          SerdeConfig.AUTO_REGISTER_ARTIFACT, true,
          SerdeConfig.ENABLE_HEADERS, false,
          SerdeConfig.ENABLE_CONFLUENT_ID_HANDLER, true,
          SerdeConfig.USE_ID, "contentId");
    }

    private byte[] written(String topic, GenericRecord record) {
      try (AvroKafkaSerializer<GenericRecord> serializer = new AvroKafkaSerializer<>()) {
        serializer.configure(configuration(), false);
        return serializer.serialize(topic, record);
      }
    }

    @Test
    void serializerWritesWhatWeRead() throws Exception {
      GenericRecord quote = quote(QUOTE);
      quote.put("confidence", 0.5);
      quote.put("sequence", 77L);

      GenericRecord read = format.decoder(QUOTE).decode(written("theirs", quote));

      assertThat(read).isEqualTo(quote);
    }

    @Test
    void deserializerReadsWhatWeWrite() throws Exception {
      byte[] value = format.encoder("ours", QUOTE).encode(ours().setSequence(77L).build());

      try (AvroKafkaDeserializer<GenericRecord> deserializer = new AvroKafkaDeserializer<>()) {
        deserializer.configure(configuration(), false);
        GenericRecord read = deserializer.deserialize("ours", value);

        assertThat(read.get("asset")).hasToString("ETH");
        assertThat(read.get("price")).isEqualTo(1834.25);
        assertThat(read.get("sequence")).isEqualTo(77L);
      }
    }

    @Test
    void bytesAreOursToTheLast() throws Exception {
      GenericRecord quote = quote(QUOTE);
      quote.put("confidence", 0.0);

      byte[] ours = format.encoder("same", QUOTE).encode(ours().setSource("pyth").build());

      assertThat(written("same", quote)).isEqualTo(ours);
    }

    @Test
    void serializerOfAnotherVersionIsReadUnderOurContract() throws Exception {
      byte[] ours = format.encoder("evolved", QUOTE).encode(ours().setAsset("BTC").build());
      GenericRecord evolved = quote(EVOLVED);
      evolved.put("venue", "binance");
      RecordDecoder decoder = format.decoder(QUOTE);

      byte[] theirs = written("evolved", evolved);
      GenericRecord read = decoder.decode(theirs);

      assertThat(id(theirs)).isNotEqualTo(id(ours));
      assertThat(read.getSchema()).isEqualTo(QUOTE);
      assertThat(read.get("asset")).hasToString("ETH");
      assertThat(read.get("source")).hasToString("pyth");
      assertThat(read.get("confidence")).isEqualTo(0.0);
      assertThat(decoder.decode(ours).get("asset")).as("both in one topic").hasToString("BTC");
    }
  }

  @Test
  void aSchemaThatBreaksTheRuleIsRefusedInOneLine() {
    Schema broken =
        new Schema.Parser().parse(EVOLVED.toString().replace("\"double\"", "\"string\""));
    Registry ours = new Registry(RegistryAddress.open(registry.url()));
    ours.register("strict-value", QUOTE);

    assertThat(ours.register("strict-value", EVOLVED)).as("one that keeps it").isPositive();
    assertThatThrownBy(() -> ours.register("strict-value", broken))
        .isInstanceOf(RegistryException.class)
        .message()
        .startsWith(
            "schema registry %s: subject strict-value does not take io.plimsoll.contract.Quote, which its compatibility rule forbids (409: "
                .formatted(registry.url()))
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 4711, Integer.MAX_VALUE})
  void anUnknownIdIsTheRecordsFault(int id) {
    byte[] value = ByteBuffer.allocate(20).put((byte) 0).putInt(id).array();

    assertThatThrownBy(() -> format.decoder(QUOTE).decode(value))
        .isInstanceOf(UndecodableException.class)
        .hasMessage("the registry has no Avro schema of id " + id);
  }

  @Test
  void anIdIsFoundOnceItIsRegistered() {
    AtomicLong nanos = new AtomicLong();
    Registry ours = new Registry(RegistryAddress.open(registry.url()), Patience.USUAL, nanos::get);
    // Ids go up by one with each new schema.
    int next = ours.register("first", renamed("First")) + 1;
    assertThat(ours.schema(next)).isEmpty();

    int registered = ours.register("second", renamed("Second"));

    assertThat(registered).isEqualTo(next);
    assertThat(ours.schema(registered)).as("not asked again at once").isEmpty();
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(ours.schema(registered)).contains(renamed("Second"));
  }

  private static Schema renamed(String name) {
    return new Schema.Parser().parse(EVOLVED.toString().replace("\"Quote\"", '"' + name + '"'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/apis/ccompat", "/schemas", ""})
  void anotherAddressOfItRefusesNoRecord(String path) {
    String host = registry.url().replace("/apis/ccompat/v7", "");
    byte[] value = ByteBuffer.allocate(20).put((byte) 0).putInt(1).array();

    assertThatThrownBy(
            () -> new Confluent(RegistryAddress.open(host + path)).decoder(QUOTE).decode(value))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("allowed is the base address of Confluent's API");
  }

  @Test
  void oneThatHasGoneRefusesNoRecord() throws Exception {
    ApicurioRegistry other = ApicurioRegistry.start("registry-that-goes");
    Confluent gone = new Confluent(RegistryAddress.open(other.url()));
    byte[] value;
    RecordDecoder knowing = gone.decoder(QUOTE);
    try (other) {
      value = gone.encoder("quotes", QUOTE).encode(ours().build());
      knowing.decode(value);
    }

    assertThat(knowing.decode(value).get("asset")).as("a schema it said").hasToString("ETH");
    assertThatThrownBy(() -> gone.decoder(QUOTE).decode(value))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("does not answer")
        .hasMessageContaining("asked 3 times");
  }
}
