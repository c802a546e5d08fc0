package io.plimsoll.jobs.kafka;

import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records as they are: they are judged where their partition's clock is, and nothing is thrown. */
final class RawRecords implements KafkaRecordDeserializationSchema<ConsumerRecord<byte[], byte[]>> {

  private static final long serialVersionUID = 1L;

  @Override
  public void deserialize(
      ConsumerRecord<byte[], byte[]> record, Collector<ConsumerRecord<byte[], byte[]>> out) {
    out.collect(record);
  }

  /** Asked for by Kafka's source; nothing is ever sent as it. */
  @Override
  public TypeInformation<ConsumerRecord<byte[], byte[]>> getProducedType() {
    return TypeInformation.of(new TypeHint<>() {});
  }
}
