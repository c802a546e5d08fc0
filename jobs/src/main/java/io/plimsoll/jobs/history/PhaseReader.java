package io.plimsoll.jobs.history;

import io.plimsoll.jobs.market.Intake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.InputStatus;

/**
 * Reads its part of the history, then its partitions.
 *
 * <p>A reader without a part of the history says at once what one with a part says at its end: that
 * nothing before the cut comes from it. From then on it is neither finished nor idle until its
 * partitions are, so that the history's own watermark is the least of all as long as it is read,
 * and no reader's first record can come after the watermark has passed it.
 */
@SuppressWarnings("try") // close() is Flink's own and may throw anything
final class PhaseReader<H extends SourceSplit, L extends SourceSplit>
    implements SourceReader<Intake, PhaseSplit<H, L>> {

  private final SourceReader<Intake, H> history;
  private final SourceReader<Intake, L> topics;
  private final long cut;
  private final Runnable tellEnd;
  private final QuietPartitions quiet;

  private final List<String> parts = new ArrayList<>();

  /** Partitions given, or restored, while the reader does not know that the history is read. */
  private final List<L> held = new ArrayList<>();

  private boolean inHistory = true;

  /**
   * A reader that has not begun.
   *
   * @param history emits nothing at the cut or after
   * @param topics emits nothing before the cut
   * @param cut the first instant of the topics, epoch milliseconds
   * @param idleAfter after how long a partition without records holds nothing back; 0 is never
   * @param tellEnd tells the enumerator that this reader has no history left
   */
  PhaseReader(
      SourceReader<Intake, H> history,
      SourceReader<Intake, L> topics,
      long cut,
      Duration idleAfter,
      Runnable tellEnd) {
    this.history = history;
    this.topics = topics;
    this.cut = cut;
    this.tellEnd = tellEnd;
    this.quiet = new QuietPartitions(idleAfter, System::nanoTime);
  }

  @Override
  public void start() {
    history.start();
    topics.start();
  }

  @Override
  public InputStatus pollNext(ReaderOutput<Intake> output) throws Exception {
    if (!inHistory) {
      return topics.pollNext(quiet.before(output));
    }
    InputStatus status = history.pollNext(output);
    if (status != InputStatus.END_OF_INPUT) {
      return status;
    }
    endHistory(output);
    return InputStatus.MORE_AVAILABLE;
  }

  private void endHistory(ReaderOutput<Intake> output) throws Exception {
    inHistory = false;
    history.close();
    output.emitWatermark(new Watermark(cut - 1));
    // Flink made an output for each split; one that never says a watermark would hold back the
    // partitions beside it for ever.
    parts.forEach(output::releaseOutputForSplit);
    parts.clear();
    give(List.copyOf(held));
    held.clear();
    tellEnd.run();
  }

  private void give(List<L> partitions) {
    if (!partitions.isEmpty()) {
      partitions.forEach(partition -> quiet.add(partition.splitId()));
      topics.addSplits(partitions);
    }
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return inHistory ? history.isAvailable() : quiet.wake(topics.isAvailable());
  }

  @Override
  public void addSplits(List<PhaseSplit<H, L>> splits) {
    List<H> ofHistory = splits.stream().flatMap(split -> split.history().stream()).toList();
    List<L> ofTopics = splits.stream().flatMap(split -> split.topics().stream()).toList();
    if (!ofHistory.isEmpty()) {
      ofHistory.forEach(split -> parts.add(split.splitId()));
      history.addSplits(ofHistory);
    }
    if (inHistory) {
      held.addAll(ofTopics);
    } else {
      give(ofTopics);
    }
  }

  @Override
  public List<PhaseSplit<H, L>> snapshotState(long checkpoint) {
    if (!inHistory) {
      return topics.snapshotState(checkpoint).stream().map(PhaseSplit::<H, L>ofTopics).toList();
    }
    return Stream.concat(
            history.snapshotState(checkpoint).stream().map(PhaseSplit::<H, L>ofHistory),
            held.stream().map(PhaseSplit::<H, L>ofTopics))
        .toList();
  }

  @Override
  public void handleSourceEvents(SourceEvent event) {
    if (event == PhaseEvent.NO_MORE_HISTORY) {
      history.notifyNoMoreSplits();
    } else if (event == PhaseEvent.TOPICS_BEGIN) {
      quiet.begin();
    } else {
      topics.handleSourceEvents(event);
    }
  }

  /** Of the topics: the history's end has an event of its own. */
  @Override
  public void notifyNoMoreSplits() {
    topics.notifyNoMoreSplits();
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) throws Exception {
    topics.notifyCheckpointComplete(checkpoint);
  }

  @Override
  public void notifyCheckpointAborted(long checkpoint) throws Exception {
    topics.notifyCheckpointAborted(checkpoint);
  }

  @Override
  public void pauseOrResumeSplits(Collection<String> pause, Collection<String> resume) {
    topics.pauseOrResumeSplits(pause, resume);
  }

  @Override
  public void close() throws Exception {
    if (inHistory) {
      history.close();
    }
    topics.close();
  }
}
