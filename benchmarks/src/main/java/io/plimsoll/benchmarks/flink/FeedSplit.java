package io.plimsoll.benchmarks.flink;

import java.nio.ByteBuffer;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The one split of a feed.
 *
 * @param position to go on from, or {@link #ASSIGNED}'s: a reader has it
 */
record FeedSplit(long position) implements SourceSplit {

  static final FeedSplit START = new FeedSplit(0);
  static final FeedSplit ASSIGNED = new FeedSplit(-1);

  @Override
  public String splitId() {
    return "feed";
  }

  /** Eight bytes. */
  static final class Serializer implements SimpleVersionedSerializer<FeedSplit> {

    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(FeedSplit split) {
      return ByteBuffer.allocate(Long.BYTES).putLong(split.position()).array();
    }

    @Override
    public FeedSplit deserialize(int version, byte[] bytes) {
      return new FeedSplit(ByteBuffer.wrap(bytes).getLong());
    }
  }
}
