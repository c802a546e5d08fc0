package io.plimsoll.jobs.intake;

/**
 * The clock of one file or partition: the highest timestamp accepted so far. It says which rows
 * come too late and which stand implausibly far ahead (risk model §1); rows refused do not move it.
 * Not thread-safe.
 */
public final class RowClock {

  /** What becomes of a row that passed its checks. */
  public enum Verdict {
    ON_TIME,
    LATE,
    FUTURE
  }

  public static final long DAY_MS = 86_400_000L;

  private final RowKind kind;
  private final long latenessMs;
  private long rows;
  private long clock;
  private long lastAccepted;
  private long refusedAhead;

  public RowClock(RowKind kind, long latenessMs, RowPosition from) {
    this.kind = kind;
    this.latenessMs = latenessMs;
    this.rows = from.rows();
    this.clock = from.clock();
    this.lastAccepted = from.lastAccepted();
    this.refusedAhead = from.refusedAhead();
  }

  /** Takes a row that passed its checks. */
  public Verdict take(long timestamp) {
    if (isFarAhead(timestamp)) {
      refuse();
      refusedAhead = timestamp;
      return Verdict.FUTURE;
    }
    boolean late = clock != RowPosition.NONE && timestamp < earliest();
    if (late && !kind.countsWhenLate()) {
      refuse();
      return Verdict.LATE;
    }
    rows++;
    refusedAhead = RowPosition.NONE;
    lastAccepted = timestamp;
    clock = Math.max(clock, timestamp);
    return late ? Verdict.LATE : Verdict.ON_TIME;
  }

  /** Takes a row that was refused by its checks. */
  public void refuse() {
    rows++;
    refusedAhead = RowPosition.NONE;
  }

  /** One row alone is not believed; a second within a day of it is. */
  private boolean isFarAhead(long timestamp) {
    return kind.refusedWhenFarAhead()
        && clock != RowPosition.NONE
        && timestamp - clock > DAY_MS
        && (refusedAhead == RowPosition.NONE || Math.abs(timestamp - refusedAhead) > DAY_MS);
  }

  /** The earliest timestamp that is not late; of no meaning before the first accepted row. */
  public long earliest() {
    return clock - latenessMs;
  }

  /** Highest timestamp accepted so far, or {@link RowPosition#NONE}. */
  public long time() {
    return clock;
  }

  /** How far a row may stand behind the clock, ms. */
  public long latenessMs() {
    return latenessMs;
  }

  public long rows() {
    return rows;
  }

  public long lastAccepted() {
    return lastAccepted;
  }

  public long refusedAhead() {
    return refusedAhead;
  }

  public RowPosition position() {
    return new RowPosition(rows, clock, lastAccepted, refusedAhead);
  }
}
