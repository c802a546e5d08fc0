package io.plimsoll.jobs.history;

import io.plimsoll.jobs.market.Intake;
import java.time.Duration;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A history to its end, then the topics, as one source. Where one ends and the other begins is a
 * cut in event time that both keep: the history emits nothing at the cut or after, the topics
 * nothing before.
 *
 * <p>It sets timestamps, watermarks and idleness itself: use it with {@code
 * WatermarkStrategy.noWatermarks()}, and at most as many readers as there are partitions. Its state
 * is that of the topics alone once the history is read.
 *
 * <pre>{@code
 * Source<Intake, ?, ?> source = HistoryThenTopics.of(
 *     new DirectorySource(directory, parameters, new ReadOptions(0, cut - 1)),
 *     TopicSource.of(inputs, range, parameters, options.from(cut)),
 *     cut, Duration.ofSeconds(1));
 * }</pre>
 *
 * @param <H> splits of the history
 * @param <A> state of its enumerator
 * @param <L> splits of the topics
 * @param <B> state of their enumerator
 */
public final class HistoryThenTopics<H extends SourceSplit, A, L extends SourceSplit, B>
    implements Source<Intake, PhaseSplit<H, L>, PhaseState<A, B>> {

  private static final long serialVersionUID = 1L;

  private final Source<Intake, H, A> history;
  private final Source<Intake, L, B> topics;
  private final long cut;
  private final Duration idleAfter;

  private HistoryThenTopics(
      Source<Intake, H, A> history, Source<Intake, L, B> topics, long cut, Duration idleAfter) {
    this.history = history;
    this.topics = topics;
    this.cut = cut;
    this.idleAfter = idleAfter;
  }

  /**
   * One after the other.
   *
   * @param history bounded, with watermarks of its own
   * @param topics with watermarks of each partition's own
   * @param cut the first instant of the topics, epoch milliseconds
   * @param idleAfter after how long a partition without records holds nothing back; 0 is never
   */
  public static <H extends SourceSplit, A, L extends SourceSplit, B> Source<Intake, ?, ?> of(
      Source<Intake, H, A> history, Source<Intake, L, B> topics, long cut, Duration idleAfter) {
    return new HistoryThenTopics<>(history, topics, cut, idleAfter);
  }

  @Override
  public Boundedness getBoundedness() {
    return topics.getBoundedness();
  }

  @Override
  public SourceReader<Intake, PhaseSplit<H, L>> createReader(SourceReaderContext context)
      throws Exception {
    return new PhaseReader<>(
        history.createReader(context),
        topics.createReader(context),
        cut,
        idleAfter,
        () -> context.sendSourceEventToCoordinator(PhaseEvent.HISTORY_ENDED));
  }

  @Override
  public SplitEnumerator<PhaseSplit<H, L>, PhaseState<A, B>> createEnumerator(
      SplitEnumeratorContext<PhaseSplit<H, L>> context) throws Exception {
    return PhaseEnumerator.ofHistory(
        context,
        history.createEnumerator(ofHistory(context)),
        () -> topics.createEnumerator(ofTopics(context)));
  }

  @Override
  public SplitEnumerator<PhaseSplit<H, L>, PhaseState<A, B>> restoreEnumerator(
      SplitEnumeratorContext<PhaseSplit<H, L>> context, PhaseState<A, B> state) throws Exception {
    return state.topics().isPresent()
        ? PhaseEnumerator.ofTopics(
            context, topics.restoreEnumerator(ofTopics(context), state.topics().orElseThrow()))
        : PhaseEnumerator.ofHistory(
            context,
            history.restoreEnumerator(ofHistory(context), state.history().orElseThrow()),
            () -> topics.createEnumerator(ofTopics(context)));
  }

  /** The history's end is told by an event: the last word to a reader is that of the topics. */
  private SplitEnumeratorContext<H> ofHistory(SplitEnumeratorContext<PhaseSplit<H, L>> context) {
    return new PhaseContext<>(
        context,
        PhaseSplit::ofHistory,
        subtask -> context.sendEventToSourceReader(subtask, PhaseEvent.NO_MORE_HISTORY));
  }

  private SplitEnumeratorContext<L> ofTopics(SplitEnumeratorContext<PhaseSplit<H, L>> context) {
    return new PhaseContext<>(context, PhaseSplit::ofTopics, context::signalNoMoreSplits);
  }

  @Override
  public SimpleVersionedSerializer<PhaseSplit<H, L>> getSplitSerializer() {
    return PhaseSerializer.ofSplits(history.getSplitSerializer(), topics.getSplitSerializer());
  }

  @Override
  public SimpleVersionedSerializer<PhaseState<A, B>> getEnumeratorCheckpointSerializer() {
    return PhaseSerializer.ofStates(
        history.getEnumeratorCheckpointSerializer(), topics.getEnumeratorCheckpointSerializer());
  }
}
