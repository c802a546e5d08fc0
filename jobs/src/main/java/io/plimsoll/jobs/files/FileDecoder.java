package io.plimsoll.jobs.files;

import io.plimsoll.jobs.intake.Cells;
import io.plimsoll.jobs.intake.Columns;
import io.plimsoll.jobs.intake.RowCheck;
import io.plimsoll.jobs.intake.RowKind;
import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Turns the rows of one file into judged batches. One thread at a time; the file is opened by the
 * first batch and closed by the last, or by {@link #close}.
 */
final class FileDecoder implements Closeable {

  private final DataFile file;
  private final RiskParameters parameters;
  private final ReadOptions options;
  private final FilePosition from;
  private final FileClock clock;
  private final long interval;
  private final Cells cells = new Cells();
  private Optional<Rows> rows = Optional.empty();
  private RowCheck check;

  FileDecoder(DataFile file, RiskParameters parameters, ReadOptions options, FilePosition from) {
    this.file = file;
    this.parameters = parameters;
    this.options = options;
    this.from = from;
    this.clock = new FileClock(file.kind(), options.latenessMs(), from);
    this.interval = interval(file.kind(), parameters);
  }

  /** From a row's timestamp to its instant. */
  static long interval(RowKind kind, RiskParameters parameters) {
    return kind == RowKind.CANDLES ? parameters.candleIntervalMs() : 0;
  }

  /** The next rows, at most so many. */
  Batch next(int capacity) {
    Batch batch = new Batch(capacity);
    try {
      Rows open = open();
      while (!batch.isFull()) {
        if (isPastEnd() || !open.next(cells)) {
          batch.endAt(clock.position());
          close();
          break;
        }
        judge(open.line(), batch);
      }
    } catch (IOException e) {
      throw new InputException(file.path(), "cannot be read (" + e + ")", e);
    }
    return batch;
  }

  private Rows open() throws IOException {
    if (rows.isEmpty()) {
      Rows opened = Rows.open(file);
      rows = Optional.of(opened);
      file.check(opened.header());
      check =
          RowCheck.of(
              file.kind(), parameters, Columns.of(file.kind(), opened.header()), file.name());
      for (long i = 0; i < from.rows(); i++) {
        if (!opened.next(cells)) {
          throw new InputException(
              file.path(), "has " + i + " rows; " + from.rows() + " had been read before");
        }
      }
    }
    return rows.orElseThrow();
  }

  /** Whether nothing can come any more that counts at {@code to} or before. */
  private boolean isPastEnd() {
    return clock.time() != FilePosition.NONE && clock.earliest() + interval > options.to();
  }

  private void judge(long line, Batch batch) {
    Intake checked = check.check(cells, line, now());
    long timestamp = check.timestamp();
    Intake judged = checked instanceof Refusal ? refused(checked) : take(checked, timestamp);
    // A refusal has no instant of its own: what counts is whether its row is one that is read.
    boolean refusal = judged instanceof Refusal;
    long instant = refusal ? instantOfRefused(timestamp) : judged.instant();
    if (instant <= options.to()) {
      batch.add(judged, clock);
    }
  }

  private long instantOfRefused(long timestamp) {
    return (timestamp == RowCheck.NO_TIMESTAMP ? now() : timestamp) + interval;
  }

  private Intake refused(Intake refusal) {
    clock.refuse();
    return refusal;
  }

  private Intake take(Intake event, long timestamp) {
    long before = now();
    long last = clock.time();
    return switch (clock.take(timestamp)) {
      case ON_TIME -> event;
      case LATE -> late(event, timestamp);
      case FUTURE ->
          check.refuse(
              RefusalReason.FUTURE,
              "timestamp "
                  + timestamp
                  + ": at most a day ahead of the highest accepted before in its file, "
                  + last,
              before);
    };
  }

  private Intake late(Intake event, long timestamp) {
    if (event instanceof AccountUpdate update) {
      return update.appliedAt(clock.earliest());
    }
    return check.refuse(
        RefusalReason.LATE,
        "timestamp "
            + timestamp
            + ": at least "
            + clock.earliest()
            + ", the latest accepted before in its file less the allowed lateness of "
            + options.latenessMs()
            + " ms",
        now());
  }

  /** The instant of a refusal. */
  private long now() {
    return clock.time() == FilePosition.NONE ? 0 : clock.time() + interval;
  }

  @Override
  public void close() throws IOException {
    if (rows.isPresent()) {
      rows.orElseThrow().close();
      rows = Optional.empty();
    }
  }
}
