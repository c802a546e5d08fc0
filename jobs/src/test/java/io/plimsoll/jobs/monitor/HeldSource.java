package io.plimsoll.jobs.monitor;

import io.plimsoll.jobs.market.Intake;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
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

/**
 * A source that stands still after so many steps of all its readers, those of jobs before this one
 * included, so that a savepoint can be taken right there. In one JVM, one at a time.
 */
final class HeldSource<S extends SourceSplit, C> implements Source<Intake, S, C> {

  private static final long serialVersionUID = 1L;

  private static final AtomicLong STEPS = new AtomicLong();

  private final Source<Intake, S, C> source;
  private final long steps;

  private HeldSource(Source<Intake, S, C> source, long steps) {
    this.source = source;
    this.steps = steps;
  }

  static <S extends SourceSplit, C> Source<Intake, ?, ?> of(
      Source<Intake, S, C> source, long steps) {
    return new HeldSource<>(source, steps);
  }

  static void forget() {
    STEPS.set(0);
  }

  /** Steps of all jobs since they were forgotten. */
  static long steps() {
    return STEPS.get();
  }

  @Override
  public Boundedness getBoundedness() {
    return source.getBoundedness();
  }

  @Override
  public SourceReader<Intake, S> createReader(SourceReaderContext context) throws Exception {
    return new Reader(source.createReader(context));
  }

  @Override
  public SplitEnumerator<S, C> createEnumerator(SplitEnumeratorContext<S> context)
      throws Exception {
    return source.createEnumerator(context);
  }

  @Override
  public SplitEnumerator<S, C> restoreEnumerator(SplitEnumeratorContext<S> context, C state)
      throws Exception {
    return source.restoreEnumerator(context, state);
  }

  @Override
  public SimpleVersionedSerializer<S> getSplitSerializer() {
    return source.getSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<C> getEnumeratorCheckpointSerializer() {
    return source.getEnumeratorCheckpointSerializer();
  }

  @SuppressWarnings("try") // what may be thrown on closing is the reader's
  private final class Reader implements SourceReader<Intake, S> {

    private final SourceReader<Intake, S> reader;
    private final CompletableFuture<Void> never = new CompletableFuture<>();

    Reader(SourceReader<Intake, S> reader) {
      this.reader = reader;
    }

    private boolean isHeld() {
      return STEPS.get() >= steps;
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Intake> output) throws Exception {
      if (isHeld()) {
        return InputStatus.NOTHING_AVAILABLE;
      }
      InputStatus status = reader.pollNext(output);
      if (status == InputStatus.MORE_AVAILABLE) { // one row each
        STEPS.incrementAndGet();
      }
      return status;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
      return isHeld() ? never : reader.isAvailable();
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
