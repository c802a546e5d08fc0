package io.plimsoll.jobs.files;

import io.plimsoll.jobs.codec.Fields;
import io.plimsoll.jobs.codec.StateException;
import io.plimsoll.jobs.intake.RowPosition;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** The split in checkpoints: file names in order, four numbers each. */
final class DirectorySplitSerializer implements SimpleVersionedSerializer<DirectorySplit> {

  private static final int VERSION = 1;
  private static final int BYTES_EXPECTED = 256;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(DirectorySplit split) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(BYTES_EXPECTED);
    Fields.writeCount(split.positions().size(), out);
    for (Map.Entry<String, RowPosition> entry : new TreeMap<>(split.positions()).entrySet()) {
      RowPosition position = entry.getValue();
      Fields.writeText(entry.getKey(), out);
      out.writeLong(position.rows());
      out.writeLong(position.clock());
      out.writeLong(position.lastAccepted());
      out.writeLong(position.refusedAhead());
    }
    return out.getCopyOfBuffer();
  }

  @Override
  public DirectorySplit deserialize(int version, byte[] bytes) throws IOException {
    StateException.checkVersion(getClass().getSimpleName(), version, VERSION);
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    Map<String, RowPosition> positions = new HashMap<>();
    for (int left = Fields.readCount(in); left > 0; left--) {
      positions.put(
          Fields.readText(in),
          new RowPosition(in.readLong(), in.readLong(), in.readLong(), in.readLong()));
    }
    return new DirectorySplit(positions);
  }
}
