package io.plimsoll.jobs.kafka;

import java.util.List;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * From where to where topics are read.
 *
 * @param brokers where they are
 * @param group consumer group that offsets are committed for, at checkpoints
 * @param start where to start
 * @param toTheEnd whether to end at what stands in the topics when the job starts
 */
public record ReadRange(Brokers brokers, String group, StartPosition start, boolean toTheEnd) {

  <T> KafkaSource<T> source(List<String> topics, KafkaRecordDeserializationSchema<T> schema) {
    KafkaSourceBuilder<T> source =
        KafkaSource.<T>builder()
            // What a transaction took back was never said.
            .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
            .setProperties(brokers.properties())
            .setGroupId(group)
            .setTopics(topics)
            .setStartingOffsets(start.offsets())
            .setDeserializer(schema);
    return (toTheEnd ? source.setBounded(OffsetsInitializer.latest()) : source).build();
  }
}
