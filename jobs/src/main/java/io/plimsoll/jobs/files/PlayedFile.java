package io.plimsoll.jobs.files;

import io.plimsoll.jobs.intake.Cells;
import io.plimsoll.jobs.intake.Columns;
import io.plimsoll.jobs.intake.RowCheck;
import io.plimsoll.jobs.intake.RowClock;
import io.plimsoll.jobs.intake.RowJudge;
import io.plimsoll.jobs.intake.RowPosition;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.Closeable;
import java.io.IOException;

/** One file with its next row at hand. */
final class PlayedFile implements Closeable {

  private final Rows rows;
  private final RowCheck check;
  private final RowJudge judge;
  private final Cells cells = new Cells();
  private PlayedRow head;

  PlayedFile(DataFile file, RiskParameters parameters) {
    try {
      rows = Rows.open(file);
    } catch (IOException e) {
      throw new InputException(file.path(), "cannot be read (" + e + ")", e);
    }
    Columns columns = Columns.of(file.kind(), rows.header());
    check = RowCheck.of(file.kind(), parameters, columns, file.name());
    RowClock clock = new RowClock(file.kind(), 0, RowPosition.START);
    judge = new RowJudge(file.kind(), parameters, check, clock, "file");
  }

  /** Goes on to the next row; false at the end. */
  boolean next() {
    if (!rows.next(cells)) {
      return false;
    }
    head = new PlayedRow(judge.judge(cells, rows.line(), RowJudge.UNLOGGED), check.said());
    return true;
  }

  PlayedRow head() {
    return head;
  }

  long headInstant() {
    return head.isInTime() ? head.judged().instant() : Long.MIN_VALUE;
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
