package io.plimsoll.jobs.kafka;

import io.plimsoll.contract.RefusedRecord;
import io.plimsoll.jobs.watch.MarginEvent;
import io.plimsoll.jobs.wire.RecordDecoder;
import io.plimsoll.jobs.wire.UndecodableException;
import io.plimsoll.jobs.wire.WireFormat;
import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads an output topic from its beginning: what is committed, in the order of each partition, and
 * no offsets are committed for it. The partitions are those that there are at the start. For one
 * thread.
 *
 * @param <T> what its records say
 */
public final class OutputReader<T> implements Closeable {

  private static final Duration POLL = Duration.ofMillis(200);

  /** What to make of a record and of what its value says. */
  private interface Meaning<T> extends BiFunction<ConsumerRecord<?, ?>, GenericRecord, T> {}

  private final Brokers brokers;
  private final String topic;
  private final Duration patience;
  private final List<TopicPartition> partitions;
  private final RecordDecoder decoder;
  private final Meaning<T> meaning;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Consumer<T> records;
  private final Consumer<String> unreadable;

  /**
   * A reader of margin events at their beginning.
   *
   * @param patience how long the brokers may be silent
   * @param events takes each event
   * @param unreadable takes where each record stands that is no event, and why
   * @throws BrokerException when the brokers or the topic are not there
   */
  public static OutputReader<MarginEvent> ofEvents(
      Brokers brokers,
      String topic,
      WireFormat format,
      Duration patience,
      Consumer<MarginEvent> events,
      Consumer<String> unreadable) {
    Schema schema = io.plimsoll.contract.MarginEvent.getClassSchema();
    return new OutputReader<>(
        brokers,
        topic,
        format.decoder(schema),
        (record, value) -> RecordedEvents.of(value),
        patience,
        events,
        unreadable);
  }

  /** Likewise a reader of what was refused. */
  public static OutputReader<RefusedInput> ofRefused(
      Brokers brokers,
      String topic,
      WireFormat format,
      Duration patience,
      Consumer<RefusedInput> refused,
      Consumer<String> unreadable) {
    return new OutputReader<>(
        brokers,
        topic,
        format.decoder(RefusedRecord.getClassSchema()),
        (record, value) -> RefusedInput.of(record.timestamp(), value),
        patience,
        refused,
        unreadable);
  }

  private OutputReader(
      Brokers brokers,
      String topic,
      RecordDecoder decoder,
      Meaning<T> meaning,
      Duration patience,
      Consumer<T> records,
      Consumer<String> unreadable) {
    this.brokers = brokers;
    this.topic = topic;
    this.decoder = decoder;
    this.meaning = meaning;
    this.patience = patience;
    this.records = records;
    this.unreadable = unreadable;
    int count = brokers.partitions(List.of(topic), AclOperation.READ, patience).get(topic);
    this.partitions =
        IntStream.range(0, count).mapToObj(number -> new TopicPartition(topic, number)).toList();
    try {
      this.consumer = consumer(brokers);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    } catch (KafkaException e) {
      throw failed(e);
    }
  }

  /** A consumer of committed records, without a group. */
  static KafkaConsumer<byte[], byte[]> consumer(Brokers brokers) {
    Properties properties = new Properties();
    // What a transaction took back was never said.
    properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.putAll(brokers.properties());
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * Reads on to what stands in the topic by now.
   *
   * @throws BrokerException when the brokers fall silent before
   */
  public void readToEnd() {
    try {
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long left = left(ends);
      long heard = System.nanoTime();
      while (left > 0) {
        poll();
        long now = left(ends);
        if (now < left) {
          left = now;
          heard = System.nanoTime();
        } else if (System.nanoTime() - heard > patience.toNanos()) {
          throw new BrokerException(
              brokers + ", topic " + topic + ": nothing more within " + patience.toMillis() + " ms",
              null);
        }
      }
    } catch (KafkaException e) {
      throw failed(e);
    }
  }

  private long left(Map<TopicPartition, Long> ends) {
    long left = 0;
    for (TopicPartition partition : partitions) {
      left += Math.max(0, ends.get(partition) - consumer.position(partition));
    }
    return left;
  }

  /** Reads what comes, and tells after each look whether to go on. */
  public void follow(BooleanSupplier goOn) {
    try {
      while (goOn.getAsBoolean()) {
        poll();
      }
    } catch (KafkaException e) {
      throw failed(e);
    }
  }

  private void poll() {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      take(record);
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      refuse(record, "no value");
      return;
    }
    try {
      records.accept(meaning.apply(record, decoder.decode(record.value())));
    } catch (UndecodableException e) {
      refuse(record, e.getMessage());
    }
  }

  private void refuse(ConsumerRecord<byte[], byte[]> record, String why) {
    unreadable.accept(
        record.topic() + '-' + record.partition() + ", offset " + record.offset() + ": " + why);
  }

  private BrokerException failed(KafkaException e) {
    return new BrokerException(brokers + ", topic " + topic + ": " + FailureText.of(e), e);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
