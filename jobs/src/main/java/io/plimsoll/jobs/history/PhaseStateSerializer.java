package io.plimsoll.jobs.history;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** The enumerator's state in checkpoints; that of the topics as a monitor writes it. */
final class PhaseStateSerializer<A, B> implements SimpleVersionedSerializer<PhaseState<A, B>> {

  private final SimpleVersionedSerializer<A> history;
  private final SimpleVersionedSerializer<B> topics;

  PhaseStateSerializer(SimpleVersionedSerializer<A> history, SimpleVersionedSerializer<B> topics) {
    this.history = history;
    this.topics = topics;
  }

  @Override
  public int getVersion() {
    return topics.getVersion();
  }

  @Override
  public byte[] serialize(PhaseState<A, B> state) throws IOException {
    return state.history().isPresent()
        ? HistoryBytes.write(history, state.history().orElseThrow())
        : topics.serialize(state.topics().orElseThrow());
  }

  @Override
  public PhaseState<A, B> deserialize(int version, byte[] bytes) throws IOException {
    return HistoryBytes.isIn(bytes)
        ? PhaseState.ofHistory(HistoryBytes.read(history, bytes))
        : PhaseState.ofTopics(topics.deserialize(version, bytes));
  }
}
