package io.plimsoll.benchmarks.flink;

import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/** Gives the one split to the one reader. */
final class FeedEnumerator implements SplitEnumerator<FeedSplit, FeedSplit> {

  private final SplitEnumeratorContext<FeedSplit> context;
  private FeedSplit unassigned;

  FeedEnumerator(SplitEnumeratorContext<FeedSplit> context, FeedSplit unassigned) {
    this.context = context;
    this.unassigned = unassigned;
  }

  @Override
  public void start() {}

  @Override
  public void addReader(int subtask) {
    if (!unassigned.equals(FeedSplit.ASSIGNED)) {
      context.assignSplit(unassigned, subtask);
      unassigned = FeedSplit.ASSIGNED;
    }
    context.signalNoMoreSplits(subtask);
  }

  @Override
  public void handleSplitRequest(int subtask, String host) {}

  @Override
  public void addSplitsBack(List<FeedSplit> splits, int subtask) {
    splits.forEach(split -> unassigned = split);
  }

  @Override
  public FeedSplit snapshotState(long checkpoint) {
    return unassigned;
  }

  @Override
  public void close() {}
}
