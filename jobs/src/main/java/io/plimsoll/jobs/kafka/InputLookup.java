package io.plimsoll.jobs.kafka;

import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.header.Header;

/**
 * Reads refused records again in the input topics, by place and offset, as long as retention keeps
 * them there: what a stage refused later than the source did has no bytes in its refusal, and of
 * long ones only the start is kept. For one thread.
 */
public final class InputLookup implements Closeable {

  /** Header of a record that was re-submitted: where it stood when it was refused. */
  static final String RESUBMITTED = "plimsoll-resubmitted";

  private static final Duration POLL = Duration.ofMillis(200);

  private final Brokers brokers;
  private final Map<String, Integer> partitions;
  private final Duration patience;
  private final KafkaConsumer<byte[], byte[]> consumer;

  /** What the last look brought beside what was looked for: refusals come in runs. */
  private final Map<Long, ConsumerRecord<byte[], byte[]>> near = new HashMap<>();

  private TopicPartition at = new TopicPartition("", 0);

  /**
   * A lookup in some topics.
   *
   * @param patience how long the brokers may be silent
   * @throws BrokerException when the brokers or a topic are not there
   */
  public InputLookup(Brokers brokers, InputTopics topics, Duration patience) {
    this.brokers = brokers;
    this.partitions = brokers.partitions(topics.names(), AclOperation.READ, patience);
    this.patience = patience;
    try {
      this.consumer = CommittedRecords.consumer(brokers);
    } catch (KafkaException e) {
      throw failed(e);
    }
  }

  /** Whether a refused record stood in a partition that there is. */
  public boolean knows(RefusedInput refused) {
    return refused.partition() != RefusedInput.NO_PARTITION
        && refused.partition() < partitions.getOrDefault(refused.topic(), 0);
  }

  /**
   * The refused record with its bytes, and whether it was a re-submission; as it is where it cannot
   * be found any more.
   *
   * @throws BrokerException when the brokers fall silent
   */
  public RefusedInput complete(RefusedInput refused) {
    if (!knows(refused)) {
      return refused;
    }
    try {
      TopicPartition partition = new TopicPartition(refused.topic(), refused.partition());
      return find(partition, refused.offset())
          .map(
              record ->
                  refused.read(
                      Optional.ofNullable(record.key()),
                      Optional.ofNullable(record.value()),
                      resubmission(record)))
          .orElse(refused);
    } catch (KafkaException e) {
      throw failed(e);
    }
  }

  private static Optional<String> resubmission(ConsumerRecord<byte[], byte[]> record) {
    return Optional.ofNullable(record.headers().lastHeader(RESUBMITTED))
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.UTF_8));
  }

  private Optional<ConsumerRecord<byte[], byte[]>> find(TopicPartition partition, long offset) {
    if (!at.equals(partition) || !near.containsKey(offset)) {
      near.clear();
      at = partition;
      read(partition, offset);
    }
    return Optional.ofNullable(near.get(offset));
  }

  private void read(TopicPartition partition, long offset) {
    List<TopicPartition> one = List.of(partition);
    consumer.assign(one);
    if (offset < consumer.beginningOffsets(one).get(partition)
        || offset >= consumer.endOffsets(one).get(partition)) {
      return;
    }
    consumer.seek(partition, offset);
    long start = System.nanoTime();
    while (consumer.position(partition) <= offset) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        near.put(record.offset(), record);
      }
      if (System.nanoTime() - start > patience.toNanos()) {
        throw new BrokerException(
            brokers + ", " + partition + ": nothing within " + patience.toMillis() + " ms", null);
      }
    }
  }

  private BrokerException failed(KafkaException e) {
    return new BrokerException(brokers + ": cannot be read: " + FailureText.of(e), e);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
