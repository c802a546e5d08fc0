package io.plimsoll.benchmarks.flink;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;

/** Reads a feed. While it waits, the task is free for checkpoints. */
final class FeedReader<T> implements SourceReader<T, FeedSplit> {

  private final Feed.Factory<T> feeds;
  private final CompletableFuture<Void> assigned = new CompletableFuture<>();
  private final List<Feed<T>> feed = new ArrayList<>(1);

  FeedReader(Feed.Factory<T> feeds) {
    this.feeds = feeds;
  }

  @Override
  public void start() {}

  @Override
  public void addSplits(List<FeedSplit> splits) {
    splits.forEach(split -> feed.add(feeds.from(split.position())));
  }

  @Override
  public void notifyNoMoreSplits() {
    assigned.complete(null);
  }

  @Override
  public InputStatus pollNext(ReaderOutput<T> output) {
    if (feed.isEmpty()) {
      return assigned.isDone() ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
    }
    return feed.get(0).emit(output);
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return feed.isEmpty() ? assigned : feed.get(0).available();
  }

  @Override
  public List<FeedSplit> snapshotState(long checkpoint) {
    return feed.stream().map(f -> new FeedSplit(f.position())).toList();
  }

  @Override
  public void close() {}
}
