package io.plimsoll.jobs.kafka;

import io.plimsoll.jobs.intake.RowPosition;
import java.io.IOException;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitSerializer;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Kafka's own form of a split, with its version, then the clock. */
final class ClockedSplitSerializer implements SimpleVersionedSerializer<KafkaPartitionSplit> {

  private static final int VERSION = 1;

  private final KafkaPartitionSplitSerializer plain = new KafkaPartitionSplitSerializer();

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(KafkaPartitionSplit split) throws IOException {
    byte[] bytes = plain.serialize(split);
    RowPosition clock = ClockedSplit.clockOf(split);
    DataOutputSerializer out = new DataOutputSerializer(bytes.length + 64);
    out.writeInt(plain.getVersion());
    out.writeInt(bytes.length);
    out.write(bytes);
    out.writeLong(clock.rows());
    out.writeLong(clock.clock());
    out.writeLong(clock.lastAccepted());
    out.writeLong(clock.refusedAhead());
    return out.getCopyOfBuffer();
  }

  @Override
  public KafkaPartitionSplit deserialize(int version, byte[] bytes) throws IOException {
    if (version != VERSION) {
      throw new IOException("reads version " + VERSION + " of a partition, not " + version);
    }
    UnreadHistory.refuse(bytes);
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    int plainVersion = in.readInt();
    byte[] split = new byte[in.readInt()];
    in.readFully(split);
    return new ClockedSplit(
        plain.deserialize(plainVersion, split),
        new RowPosition(in.readLong(), in.readLong(), in.readLong(), in.readLong()));
  }
}
