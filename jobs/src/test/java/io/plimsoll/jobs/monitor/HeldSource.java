package io.plimsoll.jobs.monitor;

import io.plimsoll.jobs.backfill.WrappedSource;
import io.plimsoll.jobs.market.Intake;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.InputStatus;

/**
 * A source that stands still after so many steps of all its readers, those of jobs before this one
 * included, so that a savepoint can be taken right there. In one JVM, one at a time.
 */
final class HeldSource<S extends SourceSplit, C> extends WrappedSource<S, C> {

  private static final long serialVersionUID = 1L;

  private static final AtomicLong STEPS = new AtomicLong();

  private final long steps;

  private HeldSource(Source<Intake, S, C> source, long steps) {
    super(source);
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
  protected SourceReader<Intake, S> wrap(SourceReader<Intake, S> reader) {
    return new Reader(reader);
  }

  @SuppressWarnings("try") // what may be thrown on closing is the reader's
  private final class Reader extends WrappedReader<S> {

    private final CompletableFuture<Void> never = new CompletableFuture<>();

    Reader(SourceReader<Intake, S> reader) {
      super(reader);
    }

    private boolean isHeld() {
      return STEPS.get() >= steps;
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Intake> output) throws Exception {
      if (isHeld()) {
        return InputStatus.NOTHING_AVAILABLE;
      }
      InputStatus status = super.pollNext(output);
      if (status == InputStatus.MORE_AVAILABLE) { // one row each
        STEPS.incrementAndGet();
      }
      return status;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
      return isHeld() ? never : super.isAvailable();
    }
  }
}
