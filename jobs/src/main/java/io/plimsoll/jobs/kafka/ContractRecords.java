package io.plimsoll.jobs.kafka;

import io.plimsoll.contract.Contract;
import io.plimsoll.jobs.wire.RecordEncoder;
import io.plimsoll.jobs.wire.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What the pipeline issues as records of the contract: key the bytes of a name, value Avro. */
final class ContractRecords<T> extends TopicRecords<T> {

  private static final long serialVersionUID = 1L;

  private final WireFormat format;
  private final String schema;
  private final SerializableFunction<T, String> key;
  private final SerializableFunction<T, SpecificRecord> value;

  private transient RecordEncoder encoder;

  ContractRecords(
      String topic,
      WireFormat format,
      String schema,
      SerializableFunction<T, String> key,
      SerializableFunction<T, SpecificRecord> value) {
    super(topic);
    this.format = format;
    this.schema = schema;
    this.key = key;
    this.value = value;
  }

  @Override
  public void open(
      SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
    Contract.trust();
    encoder = format.encoder(topic(), new Schema.Parser().parse(schema));
  }

  /**
   * Without a timestamp, so that the broker's clock gives one: retention would delete what bears
   * the time of a history at once.
   */
  @Override
  public ProducerRecord<byte[], byte[]> serialize(T issued, KafkaSinkContext context, Long time) {
    try {
      return new ProducerRecord<>(
          topic(),
          key.apply(issued).getBytes(StandardCharsets.UTF_8),
          encoder.encode(value.apply(issued)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to topic " + topic(), e);
    }
  }
}
