package io.plimsoll.jobs.kafka;

import io.plimsoll.jobs.codec.StateException;
import io.plimsoll.jobs.intake.RowPosition;
import java.io.IOException;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitSerializer;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Kafka's own form of a split, with its version, then the clock: rows, since version 2 heartbeats.
 */
final class ClockedSplitSerializer implements SimpleVersionedSerializer<KafkaPartitionSplit> {

  private static final int VERSION = 2;
  private static final int WITHOUT_HEARTBEATS = 1;

  private final KafkaPartitionSplitSerializer plain = new KafkaPartitionSplitSerializer();

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(KafkaPartitionSplit split) throws IOException {
    byte[] bytes = plain.serialize(split);
    PartitionClock clock = ClockedSplit.clockOf(split);
    RowPosition rows = clock.rows();
    DataOutputSerializer out = new DataOutputSerializer(bytes.length + 64);
    out.writeInt(plain.getVersion());
    out.writeInt(bytes.length);
    out.write(bytes);
    out.writeLong(rows.rows());
    out.writeLong(rows.clock());
    out.writeLong(rows.lastAccepted());
    out.writeLong(rows.refusedAhead());
    out.writeLong(clock.heartbeat());
    return out.getCopyOfBuffer();
  }

  @Override
  public KafkaPartitionSplit deserialize(int version, byte[] bytes) throws IOException {
    StateException.checkVersion(getClass().getSimpleName(), version, VERSION);
    UnreadHistory.refuse(bytes);
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    int plainVersion = in.readInt();
    byte[] split = new byte[in.readInt()];
    in.readFully(split);
    RowPosition rows = new RowPosition(in.readLong(), in.readLong(), in.readLong(), in.readLong());
    long heartbeat = version == WITHOUT_HEARTBEATS ? RowPosition.NONE : in.readLong();
    return new ClockedSplit(
        plain.deserialize(plainVersion, split), new PartitionClock(rows, heartbeat));
  }
}
