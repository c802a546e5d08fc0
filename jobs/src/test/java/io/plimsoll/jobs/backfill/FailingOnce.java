package io.plimsoll.jobs.backfill;

import io.plimsoll.jobs.market.Intake;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.InputStatus;

/**
 * A source that fails once: it emits some rows, waits until a checkpoint that holds them is
 * complete, emits some more, and throws. In one JVM, one at a time.
 */
public final class FailingOnce<S extends SourceSplit, C> extends WrappedSource<S, C> {

  private static final long serialVersionUID = 1L;

  private static final AtomicLong READERS = new AtomicLong();
  private static final AtomicLong ROWS_OF_THE_LAST_READER = new AtomicLong();

  private final long rowsBeforeCheckpoint;
  private final long rowsBeforeFault;

  private FailingOnce(Source<Intake, S, C> source, long checkpoint, long fault) {
    super(source);
    this.rowsBeforeCheckpoint = checkpoint;
    this.rowsBeforeFault = fault;
  }

  public static <S extends SourceSplit, C> Source<Intake, ?, ?> of(
      Source<Intake, S, C> source, long rowsBeforeCheckpoint, long rowsBeforeFault) {
    READERS.set(0);
    ROWS_OF_THE_LAST_READER.set(0);
    return new FailingOnce<>(source, rowsBeforeCheckpoint, rowsBeforeFault);
  }

  /** How often reading was begun. */
  public static long readers() {
    return READERS.get();
  }

  /** Rows emitted since reading was last begun. */
  static long rowsOfTheLastReader() {
    return ROWS_OF_THE_LAST_READER.get();
  }

  @Override
  protected SourceReader<Intake, S> wrap(SourceReader<Intake, S> reader) {
    ROWS_OF_THE_LAST_READER.set(0);
    return new Reader(reader, READERS.incrementAndGet() == 1);
  }

  @SuppressWarnings("try") // what may be thrown on closing is the reader's
  private final class Reader extends WrappedReader<S> {

    private static final long NONE = Long.MAX_VALUE;

    private final boolean fails;
    private final CompletableFuture<Void> safe = new CompletableFuture<>();
    private long firstSafe = NONE;
    private long rows;

    Reader(SourceReader<Intake, S> reader, boolean fails) {
      super(reader);
      this.fails = fails;
    }

    private boolean waits() {
      return fails && rows >= rowsBeforeCheckpoint && !safe.isDone();
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Intake> output) throws Exception {
      if (waits()) {
        return InputStatus.NOTHING_AVAILABLE;
      }
      if (fails && rows >= rowsBeforeFault) {
        throw new IllegalStateException("the fault that was asked for");
      }
      InputStatus status = super.pollNext(output);
      if (status == InputStatus.MORE_AVAILABLE) { // one row each
        rows++;
        ROWS_OF_THE_LAST_READER.set(rows);
      }
      return status;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
      return waits() ? safe : super.isAvailable();
    }

    @Override
    public List<S> snapshotState(long checkpoint) {
      if (waits() && firstSafe == NONE) {
        firstSafe = checkpoint;
      }
      return super.snapshotState(checkpoint);
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) throws Exception {
      super.notifyCheckpointComplete(checkpoint);
      if (checkpoint >= firstSafe) {
        safe.complete(null);
      }
    }
  }
}
