package io.plimsoll.benchmarks.latency;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The least that Flink does between two topics of Kafka: values as they are, from one to the other.
 * What another job needs more than this is its own.
 */
public final class EmptyJob {

  private EmptyJob() {}

  /** Submits it; arguments are the brokers, the topic that is read and the one that is written. */
  public static void main(String[] arguments) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    KafkaSource<byte[]> source =
        KafkaSource.<byte[]>builder()
            .setBootstrapServers(arguments[0])
            .setTopics(arguments[1])
            .setStartingOffsets(OffsetsInitializer.latest())
            .setDeserializer(new Values())
            .build();
    KafkaSink<byte[]> sink =
        KafkaSink.<byte[]>builder()
            .setBootstrapServers(arguments[0])
            // As the monitor's sinks.
            .setProperty("linger.ms", "0")
            .setProperty("max.in.flight.requests.per.connection", "1")
            .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
            .setRecordSerializer(new AsItIs(arguments[2]))
            .build();
    env.fromSource(source, WatermarkStrategy.noWatermarks(), "in").sinkTo(sink).name("out");
    env.execute("empty");
  }

  private record AsItIs(String topic) implements KafkaRecordSerializationSchema<byte[]> {

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
        byte[] value, KafkaSinkContext context, Long timestamp) {
      return new ProducerRecord<>(topic, value);
    }
  }

  private static final class Values implements KafkaRecordDeserializationSchema<byte[]> {

    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<byte[]> out) {
      out.collect(record.value());
    }

    @Override
    public TypeInformation<byte[]> getProducedType() {
      return PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
    }
  }
}
