package io.plimsoll.jobs.kafka;

import io.plimsoll.jobs.watch.MarginEvent;
import io.plimsoll.jobs.wire.RecordDecoder;
import io.plimsoll.jobs.wire.UndecodableException;
import io.plimsoll.jobs.wire.WireFormat;
import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the topic of the margin events from its beginning: what is committed, in the order of each
 * partition, and no offsets are committed for it. The partitions are those that there are at the
 * start. For one thread.
 */
public final class EventReader implements Closeable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Brokers brokers;
  private final String topic;
  private final Duration patience;
  private final List<TopicPartition> partitions;
  private final RecordDecoder decoder;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Consumer<MarginEvent> events;
  private final Consumer<String> unreadable;

  /**
   * A reader at the beginning.
   *
   * @param patience how long the brokers may be silent
   * @param events takes each event
   * @param unreadable takes where each record stands that is no event, and why
   * @throws BrokerException when the brokers or the topic are not there
   */
  public EventReader(
      Brokers brokers,
      String topic,
      WireFormat format,
      Duration patience,
      Consumer<MarginEvent> events,
      Consumer<String> unreadable) {
    this.brokers = brokers;
    this.topic = topic;
    this.patience = patience;
    this.events = events;
    this.unreadable = unreadable;
    this.decoder = format.decoder(io.plimsoll.contract.MarginEvent.getClassSchema());
    int count = brokers.partitions(List.of(topic), AclOperation.READ, patience).get(topic);
    this.partitions =
        IntStream.range(0, count).mapToObj(number -> new TopicPartition(topic, number)).toList();
    Properties properties = new Properties();
    // What a transaction took back was never said.
    properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.putAll(brokers.properties());
    try {
      this.consumer =
          new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    } catch (KafkaException e) {
      throw failed(e);
    }
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
      events.accept(RecordedEvents.of(decoder.decode(record.value())));
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
