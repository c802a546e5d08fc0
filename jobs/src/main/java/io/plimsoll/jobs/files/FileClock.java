package io.plimsoll.jobs.files;

import io.plimsoll.jobs.intake.RowKind;

/**
 * The clock of one file: the highest timestamp accepted so far. It says which rows come too late
 * and which stand implausibly far ahead (risk model §1); rows refused do not move it. Not
 * thread-safe.
 */
final class FileClock {

  /** What becomes of a row that passed its checks. */
  enum Verdict {
    ON_TIME,
    LATE,
    FUTURE
  }

  static final long DAY_MS = 86_400_000L;

  private final RowKind kind;
  private final long latenessMs;
  private long rows;
  private long clock;
  private long lastAccepted;
  private long refusedAhead;

  FileClock(RowKind kind, long latenessMs, FilePosition from) {
    this.kind = kind;
    this.latenessMs = latenessMs;
    this.rows = from.rows();
    this.clock = from.clock();
    this.lastAccepted = from.lastAccepted();
    this.refusedAhead = from.refusedAhead();
  }

  /** Takes a row that passed its checks. */
  Verdict take(long timestamp) {
    if (isFarAhead(timestamp)) {
      refuse();
      refusedAhead = timestamp;
      return Verdict.FUTURE;
    }
    boolean late = clock != FilePosition.NONE && timestamp < earliest();
    if (late && !kind.countsWhenLate()) {
      refuse();
      return Verdict.LATE;
    }
    rows++;
    refusedAhead = FilePosition.NONE;
    lastAccepted = timestamp;
    clock = Math.max(clock, timestamp);
    return late ? Verdict.LATE : Verdict.ON_TIME;
  }

  /** Takes a row that was refused by its checks. */
  void refuse() {
    rows++;
    refusedAhead = FilePosition.NONE;
  }

  /** One row alone is not believed; a second within a day of it is. */
  private boolean isFarAhead(long timestamp) {
    return kind.refusedWhenFarAhead()
        && clock != FilePosition.NONE
        && timestamp - clock > DAY_MS
        && (refusedAhead == FilePosition.NONE || Math.abs(timestamp - refusedAhead) > DAY_MS);
  }

  /** The earliest timestamp that is not late; of no meaning before the first accepted row. */
  long earliest() {
    return clock - latenessMs;
  }

  /** Highest timestamp accepted so far, or {@link FilePosition#NONE}. */
  long time() {
    return clock;
  }

  long rows() {
    return rows;
  }

  long lastAccepted() {
    return lastAccepted;
  }

  long refusedAhead() {
    return refusedAhead;
  }

  FilePosition position() {
    return new FilePosition(rows, clock, lastAccepted, refusedAhead);
  }
}
