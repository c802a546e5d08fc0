package io.plimsoll.jobs.kafka;

import io.plimsoll.jobs.codec.StateException;
import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;

/**
 * State of a run that had files before its topics and had not read them to their end: topics alone
 * cannot go on from it. It starts with a negative number, which nothing of the topics does.
 */
final class UnreadHistory {

  private UnreadHistory() {}

  /** Refuses such state. */
  static void refuse(byte[] bytes) throws IOException {
    if (bytes.length >= Integer.BYTES && new DataInputDeserializer(bytes).readInt() < 0) {
      throw new StateException(
          "this state is of a history that was not read to its end: plimsoll.history.data must name"
              + " it");
    }
  }

  /** A serializer that refuses such state, and is another's else. */
  record Refusing<T>(SimpleVersionedSerializer<T> serializer)
      implements SimpleVersionedSerializer<T> {

    @Override
    public int getVersion() {
      return serializer.getVersion();
    }

    @Override
    public byte[] serialize(T state) throws IOException {
      return serializer.serialize(state);
    }

    @Override
    public T deserialize(int version, byte[] bytes) throws IOException {
      refuse(bytes);
      return serializer.deserialize(version, bytes);
    }
  }
}
