package io.plimsoll.jobs.files;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/** Gives the one split to the first reader, and tells every other that there is nothing for it. */
final class DirectoryEnumerator
    implements SplitEnumerator<DirectorySplit, Optional<DirectorySplit>> {

  private final SplitEnumeratorContext<DirectorySplit> context;
  private Optional<DirectorySplit> unassigned;

  DirectoryEnumerator(
      SplitEnumeratorContext<DirectorySplit> context, Optional<DirectorySplit> unassigned) {
    this.context = context;
    this.unassigned = unassigned;
  }

  @Override
  public void start() {}

  @Override
  public void addReader(int subtask) {
    unassigned.ifPresent(split -> context.assignSplit(split, subtask));
    unassigned = Optional.empty();
    context.signalNoMoreSplits(subtask);
  }

  @Override
  public void handleSplitRequest(int subtask, String host) {}

  @Override
  public void addSplitsBack(List<DirectorySplit> splits, int subtask) {
    splits.forEach(split -> unassigned = Optional.of(split));
  }

  @Override
  public Optional<DirectorySplit> snapshotState(long checkpoint) {
    return unassigned;
  }

  @Override
  public void close() throws IOException {}
}
