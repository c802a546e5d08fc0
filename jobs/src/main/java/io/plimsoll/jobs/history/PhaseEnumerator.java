package io.plimsoll.jobs.history;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/**
 * Gives out the history, and the partitions once every reader has said that it has none of it left.
 *
 * <p>Every reader, not only the one that reads: who has read the history may have said so after the
 * coordinator's part of a checkpoint and before its own, and then nobody holds it after a restore.
 * Asked again after each restore, all say what they have.
 *
 * <p>The order is there for the sake of memory alone: partitions that were read beside the history
 * would wait for it downstream, and with the right result.
 */
final class PhaseEnumerator<H extends SourceSplit, L extends SourceSplit, A, B>
    implements SplitEnumerator<PhaseSplit<H, L>, PhaseState<A, B>> {

  /** Makes an enumerator of the topics, which is not started. */
  @FunctionalInterface
  interface Topics<L extends SourceSplit, B> {
    SplitEnumerator<L, B> create() throws Exception;
  }

  private final SplitEnumeratorContext<PhaseSplit<H, L>> context;
  private final Topics<L, B> topicsOf;
  private final Set<Integer> ended = new HashSet<>();

  /** Nothing if it had been read when the job was restored. */
  private final Optional<SplitEnumerator<H, A>> history;

  /** Nothing until the history is read. */
  private Optional<SplitEnumerator<L, B>> topics;

  private PhaseEnumerator(
      SplitEnumeratorContext<PhaseSplit<H, L>> context,
      Optional<SplitEnumerator<H, A>> history,
      Topics<L, B> topicsOf,
      Optional<SplitEnumerator<L, B>> topics) {
    this.context = context;
    this.history = history;
    this.topicsOf = topicsOf;
    this.topics = topics;
  }

  /** One that begins with the history, or goes on with it. */
  static <H extends SourceSplit, L extends SourceSplit, A, B> PhaseEnumerator<H, L, A, B> ofHistory(
      SplitEnumeratorContext<PhaseSplit<H, L>> context,
      SplitEnumerator<H, A> history,
      Topics<L, B> topics) {
    return new PhaseEnumerator<>(context, Optional.of(history), topics, Optional.empty());
  }

  /** One whose history is read. */
  static <H extends SourceSplit, L extends SourceSplit, A, B> PhaseEnumerator<H, L, A, B> ofTopics(
      SplitEnumeratorContext<PhaseSplit<H, L>> context, SplitEnumerator<L, B> topics) {
    return new PhaseEnumerator<>(context, Optional.empty(), () -> topics, Optional.of(topics));
  }

  @Override
  public void start() {
    history.ifPresent(SplitEnumerator::start);
    topics.ifPresent(SplitEnumerator::start);
  }

  @Override
  public void addReader(int subtask) {
    ended.remove(subtask);
    history.ifPresentOrElse(
        phase -> phase.addReader(subtask),
        () -> context.sendEventToSourceReader(subtask, PhaseEvent.NO_MORE_HISTORY));
    topics.ifPresent(phase -> begin(phase, subtask));
  }

  private void begin(SplitEnumerator<L, B> phase, int subtask) {
    phase.addReader(subtask);
    context.sendEventToSourceReader(subtask, PhaseEvent.TOPICS_BEGIN);
  }

  @Override
  public void handleSourceEvent(int subtask, SourceEvent event) {
    if (event != PhaseEvent.HISTORY_ENDED) {
      throw new IllegalStateException("no event of a reader: " + event);
    }
    ended.add(subtask);
    if (topics.isEmpty() && ended.size() == context.currentParallelism()) {
      SplitEnumerator<L, B> phase = create();
      topics = Optional.of(phase);
      phase.start();
      context.registeredReaders().keySet().forEach(reader -> begin(phase, reader));
    }
  }

  private SplitEnumerator<L, B> create() {
    try {
      return topicsOf.create();
    } catch (Exception e) {
      throw new IllegalStateException("the topics cannot be begun with", e);
    }
  }

  @Override
  public void handleSplitRequest(int subtask, String host) {
    // Both phases give splits unasked.
  }

  @Override
  public void addSplitsBack(List<PhaseSplit<H, L>> splits, int subtask) {
    List<H> ofHistory = splits.stream().flatMap(split -> split.history().stream()).toList();
    List<L> ofTopics = splits.stream().flatMap(split -> split.topics().stream()).toList();
    history.ifPresent(phase -> phase.addSplitsBack(ofHistory, subtask));
    topics.ifPresent(phase -> phase.addSplitsBack(ofTopics, subtask));
  }

  @Override
  public PhaseState<A, B> snapshotState(long checkpoint) throws Exception {
    return topics.isPresent()
        ? PhaseState.ofTopics(topics.orElseThrow().snapshotState(checkpoint))
        : PhaseState.ofHistory(history.orElseThrow().snapshotState(checkpoint));
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) throws Exception {
    if (topics.isPresent()) {
      topics.orElseThrow().notifyCheckpointComplete(checkpoint);
    }
  }

  @Override
  public void close() throws IOException {
    if (history.isPresent()) {
      history.orElseThrow().close();
    }
    if (topics.isPresent()) {
      topics.orElseThrow().close();
    }
  }
}
