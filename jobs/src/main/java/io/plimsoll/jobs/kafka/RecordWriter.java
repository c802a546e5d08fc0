package io.plimsoll.jobs.kafka;

import io.plimsoll.contract.Contract;
import io.plimsoll.contract.Heartbeat;
import io.plimsoll.jobs.intake.RowKind;
import io.plimsoll.jobs.wire.RecordEncoder;
import io.plimsoll.jobs.wire.WireFormat;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes records to the input topics, in the order in which they are given, each once: the producer
 * is idempotent, so that what it sends again after a failure does not double, and has one request
 * under way at a time, so that nothing overtakes it. For one thread.
 *
 * <p>Idempotence alone does not keep the order where a partition has no state of the producer yet:
 * it takes whatever comes first for the first. Of a partition just made, the first request may come
 * before its leader is ready, and the second is taken; then the first is out of order for ever.
 */
public final class RecordWriter implements Closeable {

  /** Long enough for batches, and shorter than anybody at a terminal notices. */
  private static final String LINGER_MS = "5";

  private static final String ONE = "1";

  /**
   * How long brokers may be away: as long as a record that is under way already waits for them. A
   * client that has lost all of them forgets the topics, and the next record would only wait 60 s.
   */
  private static final String PATIENCE_MS = "120000";

  private static final Schema HEARTBEAT = Heartbeat.getClassSchema();

  /** The key of heartbeats: no account has an empty name, so that compaction keeps them apart. */
  private static final byte[] NO_NAME = {};

  /** What a broker took once it may be given again; the broker has the last word. */
  private static final String LONGEST_REQUEST = Integer.toString(16 << 20);

  private record Target(String topic, RecordEncoder encoder) {}

  private final Brokers brokers;
  private final InputTopics topics;
  private final WireFormat format;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Map<RowKind, Target> targets = new EnumMap<>(RowKind.class);
  private final Map<String, Integer> partitions;
  private Optional<RecordEncoder> heartbeats = Optional.empty();
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /**
   * A writer; nothing is sent yet.
   *
   * @param partitions how many each input topic has, by its name
   * @throws BrokerException when the client's properties will not do
   */
  public RecordWriter(
      Brokers brokers, InputTopics topics, Map<String, Integer> partitions, WireFormat format) {
    this.brokers = brokers;
    this.topics = topics;
    this.partitions = Map.copyOf(partitions);
    this.format = format;
    Properties properties = new Properties();
    properties.setProperty(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    properties.setProperty(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, ONE);
    properties.setProperty(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
    properties.setProperty(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LONGEST_REQUEST);
    properties.setProperty(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
    properties.setProperty(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    properties.putAll(brokers.properties());
    try {
      producer =
          new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    } catch (KafkaException e) {
      throw new BrokerException(brokers + ": cannot be connected to: " + FailureText.of(e), e);
    }
  }

  /**
   * Sends a record. Without a timestamp, so that the record bears the time at which it is written:
   * retention would delete what bears the time of a history at once.
   *
   * @throws BrokerException when this or an earlier one could not be sent
   * @throws io.plimsoll.jobs.wire.RegistryException when a schema cannot be registered
   */
  public void send(InputRecord record) {
    check();
    Target target = targets.computeIfAbsent(record.kind(), kind -> target(kind, record));
    send(
        new ProducerRecord<>(
            target.topic,
            record.key().getBytes(StandardCharsets.UTF_8),
            encode(target.encoder, record.value(), target.topic)));
  }

  /**
   * Sends a heartbeat to every partition of every input topic, behind what was sent there before:
   * the brokers keep the order of a partition.
   *
   * @param upTo epoch milliseconds, up to and including which all was sent
   * @throws BrokerException when this or an earlier one could not be sent
   */
  public void heartbeat(long upTo) {
    check();
    Contract.trust();
    if (heartbeats.isEmpty()) {
      heartbeats = Optional.of(format.encoder(HEARTBEAT));
    }
    Heartbeat heartbeat = Heartbeat.newBuilder().setUpTo(Instant.ofEpochMilli(upTo)).build();
    byte[] value = encode(heartbeats.orElseThrow(), heartbeat, "heartbeats");
    for (String topic : topics.names()) {
      for (int partition = 0; partition < partitions.get(topic); partition++) {
        send(new ProducerRecord<>(topic, partition, NO_NAME, value));
      }
    }
  }

  private static byte[] encode(RecordEncoder encoder, SpecificRecord value, String what) {
    try {
      return encoder.encode(value);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + what, e);
    }
  }

  /**
   * Sends a refused record again, byte for byte and into the partition in which it stood: what
   * concerns one key keeps its order only there. A header says where that was.
   *
   * @throws BrokerException when this or an earlier one could not be sent
   */
  public void resubmit(RefusedInput refused) {
    check();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            refused.topic(),
            refused.partition(),
            refused.key().orElse(null),
            refused.value().orElseThrow());
    record.headers().add(InputLookup.RESUBMITTED, refused.stood().getBytes(StandardCharsets.UTF_8));
    send(record);
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    try {
      Future<RecordMetadata> unused = producer.send(record, (place, cause) -> note(cause));
    } catch (KafkaException e) {
      throw failed(e);
    }
  }

  /** Called for each record, by the producer's thread; without a cause when it is there. */
  private void note(Exception cause) {
    if (cause != null) {
      failure.compareAndSet(null, cause);
    }
  }

  private Target target(RowKind kind, InputRecord record) {
    String topic = topics.topic(kind);
    return new Target(topic, format.encoder(topic, record.value().getSchema()));
  }

  /**
   * Waits until the brokers have all of them.
   *
   * @throws BrokerException when one could not be sent
   */
  public void flush() {
    try {
      producer.flush();
    } catch (KafkaException e) {
      throw failed(e);
    }
    check();
  }

  private void check() {
    Exception cause = failure.get();
    if (cause != null) {
      throw failed(cause);
    }
  }

  private BrokerException failed(Exception cause) {
    return new BrokerException(
        brokers + ": a record cannot be sent: " + FailureText.of(cause), cause);
  }

  /** What was not flushed is given up. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
