package io.plimsoll.jobs.files;

import io.plimsoll.jobs.intake.RowPosition;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * One file as a queue that is filled one batch ahead. For the reader's thread only; the batch ahead
 * is made by the executor, one at a time.
 */
final class FileFeed implements Closeable {

  private final DataFile file;
  private final FileDecoder decoder;
  private final Executor executor;
  private final int batchRows;
  private final long lateness;
  private final long interval;

  private Batch batch = Batch.EMPTY;
  private int row;
  private RowPosition taken;
  private CompletableFuture<Batch> ahead;

  /** Starts to read at once. */
  FileFeed(
      DataFile file,
      FileDecoder decoder,
      RowPosition from,
      long lateness,
      long interval,
      Executor executor,
      int batchRows) {
    this.file = file;
    this.decoder = decoder;
    this.taken = from;
    this.lateness = lateness;
    this.interval = interval;
    this.executor = executor;
    this.batchRows = batchRows;
    this.ahead = readAhead();
  }

  private CompletableFuture<Batch> readAhead() {
    return CompletableFuture.supplyAsync(() -> decoder.next(batchRows), executor);
  }

  /** Takes the batch ahead once it is there; rethrows what reading it threw. */
  void settle() {
    while (row == batch.size() && !batch.isLast() && ahead.isDone()) {
      try {
        batch = ahead.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof InputException known ? known : e;
      }
      row = 0;
      if (!batch.isLast()) {
        ahead = readAhead();
      }
    }
  }

  boolean hasHead() {
    return row < batch.size();
  }

  /** Nothing comes any more. */
  boolean isEnded() {
    return batch.isLast() && row == batch.size();
  }

  /** Done when {@link #settle} will find something. */
  CompletableFuture<Batch> ahead() {
    return ahead;
  }

  /** When the head wants to be emitted: refusals wait for nothing. */
  long headInstant() {
    Intake head = batch.intake(row);
    return head instanceof Refusal ? Long.MIN_VALUE : head.instant();
  }

  Intake take() {
    Intake head = batch.intake(row++);
    if (row == batch.size()) {
      taken = batch.position(row - 1);
    }
    return head;
  }

  /** The earliest instant that can still come, or the least of all longs while none is known. */
  long earliest() {
    if (isEnded()) {
      return Long.MAX_VALUE;
    }
    long clock = hasHead() ? batch.clock(row) : taken.clock();
    if (clock == RowPosition.NONE) {
      return Long.MIN_VALUE;
    }
    long later = clock - lateness + interval;
    return hasHead() && !(batch.intake(row) instanceof Refusal)
        ? Math.min(batch.intake(row).instant(), later)
        : later;
  }

  /** The last instant so far, rows after {@code to} included, or the least of all longs. */
  long lastInstant() {
    long clock = position().clock();
    return clock == RowPosition.NONE ? Long.MIN_VALUE : clock + interval;
  }

  String name() {
    return file.name();
  }

  /** The position after what was taken. */
  RowPosition position() {
    if (isEnded()) {
      return batch.end();
    }
    return row > 0 && row < batch.size() ? batch.position(row - 1) : taken;
  }

  /** To be called once the executor is at rest. */
  @Override
  public void close() throws IOException {
    decoder.close();
  }
}
