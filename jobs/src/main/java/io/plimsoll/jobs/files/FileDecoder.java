package io.plimsoll.jobs.files;

import io.plimsoll.jobs.intake.Cells;
import io.plimsoll.jobs.intake.Columns;
import io.plimsoll.jobs.intake.RowCheck;
import io.plimsoll.jobs.intake.RowClock;
import io.plimsoll.jobs.intake.RowJudge;
import io.plimsoll.jobs.intake.RowPosition;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.Refusal;
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
  private final RowPosition from;
  private final RowClock clock;
  private final long interval;
  private final Cells cells = new Cells();
  private Optional<Rows> rows = Optional.empty();
  private RowJudge judge;

  FileDecoder(DataFile file, RiskParameters parameters, ReadOptions options, RowPosition from) {
    this.file = file;
    this.parameters = parameters;
    this.options = options;
    this.from = from;
    this.clock = new RowClock(file.kind(), options.latenessMs(), from);
    this.interval = RowJudge.interval(file.kind(), parameters);
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
      judge =
          new RowJudge(
              file.kind(),
              parameters,
              RowCheck.of(
                  file.kind(), parameters, Columns.of(file.kind(), opened.header()), file.name()),
              clock,
              "file");
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
    return clock.time() != RowPosition.NONE && clock.earliest() + interval > options.to();
  }

  private void judge(long line, Batch batch) {
    Intake judged = judge.judge(cells, line, RowJudge.UNLOGGED);
    // A refusal has no instant of its own: what counts is whether its row is one that is read.
    boolean refusal = judged instanceof Refusal;
    long instant = refusal ? judge.instantOfRefused() : judged.instant();
    if (instant <= options.to()) {
      batch.add(judged, clock);
    }
  }

  @Override
  public void close() throws IOException {
    if (rows.isPresent()) {
      rows.orElseThrow().close();
      rows = Optional.empty();
    }
  }
}
