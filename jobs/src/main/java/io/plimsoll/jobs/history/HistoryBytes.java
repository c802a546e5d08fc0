package io.plimsoll.jobs.history;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * State of the history among state of the topics. What is of the topics is written as a monitor
 * without a history writes it, so that either restores the other's; what is of the history starts
 * with a number that nothing of the topics starts with, since those start with a count or a
 * version: then its own version, then its own bytes.
 */
final class HistoryBytes {

  /** First number of what is of the history. */
  private static final int MARK = -1;

  private static final int HEADER_BYTES = 8;

  private HistoryBytes() {}

  static <T> byte[] write(SimpleVersionedSerializer<T> serializer, T state) throws IOException {
    byte[] bytes = serializer.serialize(state);
    DataOutputSerializer out = new DataOutputSerializer(HEADER_BYTES + bytes.length);
    out.writeInt(MARK);
    out.writeInt(serializer.getVersion());
    out.write(bytes);
    return out.getCopyOfBuffer();
  }

  /** Whether bytes are of the history. */
  static boolean isIn(byte[] bytes) throws IOException {
    return bytes.length >= HEADER_BYTES && new DataInputDeserializer(bytes).readInt() == MARK;
  }

  static <T> T read(SimpleVersionedSerializer<T> serializer, byte[] bytes) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    in.skipBytesToRead(Integer.BYTES);
    int version = in.readInt();
    byte[] own = new byte[bytes.length - HEADER_BYTES];
    in.readFully(own);
    return serializer.deserialize(version, own);
  }
}
