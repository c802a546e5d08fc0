package io.plimsoll.benchmarks.flink;

import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** A feed as a bounded source of one split; it sets timestamps and watermarks itself. */
final class FeedSource<T> implements Source<T, FeedSplit, FeedSplit> {

  private static final long serialVersionUID = 1L;

  private final Feed.Factory<T> feeds;

  FeedSource(Feed.Factory<T> feeds) {
    this.feeds = feeds;
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<T, FeedSplit> createReader(SourceReaderContext context) {
    return new FeedReader<>(feeds);
  }

  @Override
  public SplitEnumerator<FeedSplit, FeedSplit> createEnumerator(
      SplitEnumeratorContext<FeedSplit> context) {
    return new FeedEnumerator(context, FeedSplit.START);
  }

  @Override
  public SplitEnumerator<FeedSplit, FeedSplit> restoreEnumerator(
      SplitEnumeratorContext<FeedSplit> context, FeedSplit unassigned) {
    return new FeedEnumerator(context, unassigned);
  }

  @Override
  public SimpleVersionedSerializer<FeedSplit> getSplitSerializer() {
    return new FeedSplit.Serializer();
  }

  @Override
  public SimpleVersionedSerializer<FeedSplit> getEnumeratorCheckpointSerializer() {
    return new FeedSplit.Serializer();
  }
}
