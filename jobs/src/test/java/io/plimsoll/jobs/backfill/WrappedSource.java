package io.plimsoll.jobs.backfill;

import io.plimsoll.jobs.market.Intake;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** A source that is another's, but for what its readers do. */
public abstract class WrappedSource<S extends SourceSplit, C> implements Source<Intake, S, C> {

  private static final long serialVersionUID = 1L;

  private final Source<Intake, S, C> source;

  protected WrappedSource(Source<Intake, S, C> source) {
    this.source = source;
  }

  /** A reader around one of the source's. */
  protected abstract SourceReader<Intake, S> wrap(SourceReader<Intake, S> reader);

  @Override
  public final Boundedness getBoundedness() {
    return source.getBoundedness();
  }

  @Override
  public final SourceReader<Intake, S> createReader(SourceReaderContext context) throws Exception {
    return wrap(source.createReader(context));
  }

  @Override
  public final SplitEnumerator<S, C> createEnumerator(SplitEnumeratorContext<S> context)
      throws Exception {
    return source.createEnumerator(context);
  }

  @Override
  public final SplitEnumerator<S, C> restoreEnumerator(SplitEnumeratorContext<S> context, C state)
      throws Exception {
    return source.restoreEnumerator(context, state);
  }

  @Override
  public final SimpleVersionedSerializer<S> getSplitSerializer() {
    return source.getSplitSerializer();
  }

  @Override
  public final SimpleVersionedSerializer<C> getEnumeratorCheckpointSerializer() {
    return source.getEnumeratorCheckpointSerializer();
  }

  /** A reader that hands on all that it is asked. */
  @SuppressWarnings("try") // what may be thrown on closing is the reader's
  public abstract static class WrappedReader<S extends SourceSplit>
      implements SourceReader<Intake, S> {

    private final SourceReader<Intake, S> reader;

    protected WrappedReader(SourceReader<Intake, S> reader) {
      this.reader = reader;
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Intake> output) throws Exception {
      return reader.pollNext(output);
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
      return reader.isAvailable();
    }

    @Override
    public List<S> snapshotState(long checkpoint) {
      return reader.snapshotState(checkpoint);
    }

    @Override
    public void start() {
      reader.start();
    }

    @Override
    public void addSplits(List<S> splits) {
      reader.addSplits(splits);
    }

    @Override
    public void notifyNoMoreSplits() {
      reader.notifyNoMoreSplits();
    }

    @Override
    public void handleSourceEvents(SourceEvent event) {
      reader.handleSourceEvents(event);
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) throws Exception {
      reader.notifyCheckpointComplete(checkpoint);
    }

    @Override
    public void close() throws Exception {
      reader.close();
    }
  }
}
