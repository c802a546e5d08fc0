package io.plimsoll.jobs.ledger;

import io.plimsoll.jobs.codec.StateException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Version 1: length, number of waiting rows, the rows. */
final class LedgerStateSerializer<T> implements SimpleVersionedSerializer<LedgerState<T>> {

  private static final int VERSION = 1;

  private final TypeSerializer<T> rows;

  LedgerStateSerializer(TypeSerializer<T> rows) {
    this.rows = rows;
  }

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(LedgerState<T> state) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    out.writeLong(state.length());
    out.writeInt(state.waiting().size());
    for (T row : state.waiting()) {
      rows.serialize(row, out);
    }
    return out.getCopyOfBuffer();
  }

  @Override
  public LedgerState<T> deserialize(int version, byte[] bytes) throws IOException {
    StateException.checkVersion(getClass().getSimpleName(), version, VERSION);
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    long length = in.readLong();
    int count = in.readInt();
    List<T> waiting = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      waiting.add(rows.deserialize(in));
    }
    return new LedgerState<>(length, waiting);
  }
}
