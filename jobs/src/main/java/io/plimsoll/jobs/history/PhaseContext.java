package io.plimsoll.jobs.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;

/**
 * What the enumerator of one phase sees of the whole source's.
 *
 * @param <S> splits of the phase
 * @param <P> splits of the whole source
 */
final class PhaseContext<S extends SourceSplit, P extends SourceSplit>
    implements SplitEnumeratorContext<S> {

  private final SplitEnumeratorContext<P> context;
  private final Function<S, P> phased;
  private final IntConsumer noMoreSplits;

  /**
   * A view.
   *
   * @param phased makes a split of the phase one of the whole source
   * @param noMoreSplits what to do when the phase has no more splits for a subtask
   */
  PhaseContext(SplitEnumeratorContext<P> context, Function<S, P> phased, IntConsumer noMoreSplits) {
    this.context = context;
    this.phased = phased;
    this.noMoreSplits = noMoreSplits;
  }

  @Override
  public void assignSplits(SplitsAssignment<S> splits) {
    Map<Integer, List<P>> assignment = new HashMap<>();
    splits
        .assignment()
        .forEach((subtask, own) -> assignment.put(subtask, own.stream().map(phased).toList()));
    context.assignSplits(new SplitsAssignment<>(assignment));
  }

  @Override
  public void signalNoMoreSplits(int subtask) {
    noMoreSplits.accept(subtask);
  }

  @Override
  public SplitEnumeratorMetricGroup metricGroup() {
    return context.metricGroup();
  }

  @Override
  public void sendEventToSourceReader(int subtask, SourceEvent event) {
    context.sendEventToSourceReader(subtask, event);
  }

  @Override
  public int currentParallelism() {
    return context.currentParallelism();
  }

  @Override
  public Map<Integer, ReaderInfo> registeredReaders() {
    return context.registeredReaders();
  }

  @Override
  public <T> void callAsync(Callable<T> callable, BiConsumer<T, Throwable> handler) {
    context.callAsync(callable, handler);
  }

  @Override
  public <T> void callAsync(
      Callable<T> callable, BiConsumer<T, Throwable> handler, long initialDelay, long period) {
    context.callAsync(callable, handler, initialDelay, period);
  }

  @Override
  public void runInCoordinatorThread(Runnable runnable) {
    context.runInCoordinatorThread(runnable);
  }
}
