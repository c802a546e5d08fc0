package io.plimsoll.benchmarks.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** The bytes that the engines on Flink write, so that nobody wins by its serializer. */
final class FlinkSerde<T> implements Serde<T> {

  private static final int FIRST_SIZE = 256;

  private final TypeSerializer<T> bytes;

  FlinkSerde(TypeSerializer<T> bytes) {
    this.bytes = bytes;
  }

  @Override
  public Serializer<T> serializer() {
    DataOutputSerializer out = new DataOutputSerializer(FIRST_SIZE);
    return (topic, value) -> {
      if (value == null) {
        return null;
      }
      try {
        out.clear();
        bytes.serialize(value, out);
        return out.getCopyOfBuffer();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  @Override
  public Deserializer<T> deserializer() {
    DataInputDeserializer in = new DataInputDeserializer();
    return (topic, data) -> {
      if (data == null) {
        return null;
      }
      try {
        in.setBuffer(data);
        return bytes.deserialize(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
