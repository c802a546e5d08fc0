package io.plimsoll.jobs.history;

import java.io.IOException;
import java.util.function.Function;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Splits, or the enumerator's state, in checkpoints; what is of the topics as a monitor writes it.
 *
 * @param <H> that of the history
 * @param <L> that of the topics
 * @param <P> either of them
 */
final class PhaseSerializer<H, L, P extends Phased<H, L>> implements SimpleVersionedSerializer<P> {

  private final SimpleVersionedSerializer<H> history;
  private final SimpleVersionedSerializer<L> topics;
  private final Function<H, P> ofHistory;
  private final Function<L, P> ofTopics;

  private PhaseSerializer(
      SimpleVersionedSerializer<H> history,
      SimpleVersionedSerializer<L> topics,
      Function<H, P> ofHistory,
      Function<L, P> ofTopics) {
    this.history = history;
    this.topics = topics;
    this.ofHistory = ofHistory;
    this.ofTopics = ofTopics;
  }

  static <H extends SourceSplit, L extends SourceSplit>
      PhaseSerializer<H, L, PhaseSplit<H, L>> ofSplits(
          SimpleVersionedSerializer<H> history, SimpleVersionedSerializer<L> topics) {
    return new PhaseSerializer<>(history, topics, PhaseSplit::ofHistory, PhaseSplit::ofTopics);
  }

  static <A, B> PhaseSerializer<A, B, PhaseState<A, B>> ofStates(
      SimpleVersionedSerializer<A> history, SimpleVersionedSerializer<B> topics) {
    return new PhaseSerializer<>(history, topics, PhaseState::ofHistory, PhaseState::ofTopics);
  }

  @Override
  public int getVersion() {
    return topics.getVersion();
  }

  @Override
  public byte[] serialize(P phased) throws IOException {
    return phased.history().isPresent()
        ? HistoryBytes.write(history, phased.history().orElseThrow())
        : topics.serialize(phased.topics().orElseThrow());
  }

  @Override
  public P deserialize(int version, byte[] bytes) throws IOException {
    return HistoryBytes.isIn(bytes)
        ? ofHistory.apply(HistoryBytes.read(history, bytes))
        : ofTopics.apply(topics.deserialize(version, bytes));
  }
}
