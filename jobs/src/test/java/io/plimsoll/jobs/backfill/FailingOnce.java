package io.plimsoll.jobs.backfill;

import io.plimsoll.jobs.market.Intake;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.InputStatus;

/**
 * A source that fails once: its readers together emit some rows, wait until a checkpoint that holds
 * them is complete, emit some more, and one throws. Which of several readers has the rows is for
 * the source to say, so they are counted together. In one JVM, one at a time.
 */
public final class FailingOnce<S extends SourceSplit, C> extends WrappedSource<S, C> {

  private static final long serialVersionUID = 1L;

  private static final AtomicLong READERS = new AtomicLong();
  private static final AtomicReference<Attempt> ATTEMPT = new AtomicReference<>();

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
    ATTEMPT.set(new Attempt(true, new AtomicLong()));
    return new FailingOnce<>(source, rowsBeforeCheckpoint, rowsBeforeFault);
  }

  /** How often reading was begun. */
  public static long readers() {
    return READERS.get();
  }

  /** Rows emitted by the readers that were begun after the fault. */
  static long rowsSinceTheFault() {
    Attempt attempt = ATTEMPT.get();
    return attempt.fails() ? 0 : attempt.rows().get();
  }

  /** What the readers of one attempt share. */
  private record Attempt(boolean fails, AtomicLong rows) {}

  @Override
  protected SourceReader<Intake, S> wrap(SourceReader<Intake, S> reader) {
    READERS.incrementAndGet();
    return new Reader(reader, ATTEMPT.get());
  }

  @SuppressWarnings("try") // what may be thrown on closing is the reader's
  private final class Reader extends WrappedReader<S> {

    private static final long NONE = Long.MAX_VALUE;

    private final Attempt attempt;
    private final CompletableFuture<Void> safe = new CompletableFuture<>();
    private long firstSafe = NONE;

    Reader(SourceReader<Intake, S> reader, Attempt attempt) {
      super(reader);
      this.attempt = attempt;
    }

    private boolean waits() {
      return attempt.fails() && attempt.rows().get() >= rowsBeforeCheckpoint && !safe.isDone();
    }

    /** True once, for one of the readers: a second fault would be one more than was asked for. */
    private boolean isTheFault() {
      return attempt.fails()
          && attempt.rows().get() >= rowsBeforeFault
          && ATTEMPT.compareAndSet(attempt, new Attempt(false, new AtomicLong()));
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Intake> output) throws Exception {
      if (waits()) {
        return InputStatus.NOTHING_AVAILABLE;
      }
      if (isTheFault()) {
        throw new IllegalStateException("the fault that was asked for");
      }
      InputStatus status = super.pollNext(output);
      if (status == InputStatus.MORE_AVAILABLE) { // one row each
        attempt.rows().incrementAndGet();
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
