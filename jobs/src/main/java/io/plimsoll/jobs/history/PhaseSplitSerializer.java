package io.plimsoll.jobs.history;

import java.io.IOException;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Splits of both phases in checkpoints; those of the topics as a monitor writes them. */
final class PhaseSplitSerializer<H extends SourceSplit, L extends SourceSplit>
    implements SimpleVersionedSerializer<PhaseSplit<H, L>> {

  private final SimpleVersionedSerializer<H> history;
  private final SimpleVersionedSerializer<L> topics;

  PhaseSplitSerializer(SimpleVersionedSerializer<H> history, SimpleVersionedSerializer<L> topics) {
    this.history = history;
    this.topics = topics;
  }

  @Override
  public int getVersion() {
    return topics.getVersion();
  }

  @Override
  public byte[] serialize(PhaseSplit<H, L> split) throws IOException {
    return split.history().isPresent()
        ? HistoryBytes.write(history, split.history().orElseThrow())
        : topics.serialize(split.topics().orElseThrow());
  }

  @Override
  public PhaseSplit<H, L> deserialize(int version, byte[] bytes) throws IOException {
    return HistoryBytes.isIn(bytes)
        ? PhaseSplit.ofHistory(HistoryBytes.read(history, bytes))
        : PhaseSplit.ofTopics(topics.deserialize(version, bytes));
  }
}
