package io.plimsoll.jobs.kafka;

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
 * Reads a topic from its beginning: what is committed, in the order of each partition, and no
 * offsets are committed for it. The partitions are those that there are at the start. For one
 * thread.
 */
public final class CommittedRecords implements Closeable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Brokers brokers;
  private final String topic;
  private final Duration patience;
  private final List<TopicPartition> partitions;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Consumer<ConsumerRecord<byte[], byte[]>> records;

  /**
   * A reader at the beginning.
   *
   * @param patience how long the brokers may be silent
   * @param records takes each record
   * @throws BrokerException when the brokers or the topic are not there
   */
  public CommittedRecords(
      Brokers brokers,
      String topic,
      Duration patience,
      Consumer<ConsumerRecord<byte[], byte[]>> records) {
    this.brokers = brokers;
    this.topic = topic;
    this.patience = patience;
    this.records = records;
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
    consumer.poll(POLL).forEach(records);
  }

  private BrokerException failed(KafkaException e) {
    return new BrokerException(brokers + ", topic " + topic + ": " + FailureText.of(e), e);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
