package io.plimsoll.jobs.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.acl.AclOperation;

/**
 * From where to where topics are read.
 *
 * @param brokers where they are
 * @param group consumer group that offsets are committed for, at checkpoints
 * @param start where to start
 * @param toTheEnd whether to end at what stands in the topics when the job starts
 */
public record ReadRange(Brokers brokers, String group, StartPosition start, boolean toTheEnd) {

  /**
   * A fetch for one record costs what one for a hundred does, and by its defaults a client that
   * keeps up with thousands a second does little else, and the broker with it: the time that others
   * then wait for a processor is worth more than these milliseconds. (docs/performance.md)
   */
  private static final String FETCH_BYTES = "8192";

  private static final String FETCH_WAIT_MS = "4";

  /**
   * How many partitions the topics to read have.
   *
   * @throws BrokerException when no broker answers in time, a topic is missing, or the right to it
   *     or to the group
   */
  public Map<String, Integer> check(Collection<String> topics, Duration timeout) {
    try (BrokerAdmin admin = new BrokerAdmin(brokers, timeout)) {
      Map<String, Integer> partitions = admin.partitions(topics, AclOperation.READ);
      admin.checkGroup(group);
      return partitions;
    }
  }

  /** A source of topics in this range. */
  public <T> KafkaSource<T> source(
      List<String> topics, KafkaRecordDeserializationSchema<T> schema) {
    KafkaSourceBuilder<T> source =
        KafkaSource.<T>builder()
            // What a transaction took back was never said.
            .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
            .setProperty(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_BYTES)
            .setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MS)
            .setProperties(brokers.properties())
            .setGroupId(group)
            .setTopics(topics)
            .setStartingOffsets(start.offsets())
            .setDeserializer(schema);
    return (toTheEnd ? source.setBounded(OffsetsInitializer.latest()) : source).build();
  }
}
