package io.plimsoll.jobs.intake;

/**
 * The clock of one file or partition: the highest timestamp accepted so far. It says which rows
 * come too late and which stand implausibly far ahead (risk model §1); rows refused do not move it.
 * Heartbeats say what is late, and nothing else: what stands far ahead is judged as in a file,
 * which has none. Not thread-safe.
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
  private long heartbeat = RowPosition.NONE;
  private long earliest;

  public RowClock(RowKind kind, long latenessMs, RowPosition from) {
    this.kind = kind;
    this.latenessMs = latenessMs;
    this.rows = from.rows();
    this.clock = from.clock();
    this.lastAccepted = from.lastAccepted();
    this.refusedAhead = from.refusedAhead();
    this.earliest = clock == RowPosition.NONE ? RowPosition.NONE : clock - latenessMs;
  }

  /** Takes a row that passed its checks. */
  public Verdict take(long timestamp) {
    if (isFarAhead(timestamp)) {
      refuse();
      refusedAhead = timestamp;
      return Verdict.FUTURE;
    }
    boolean late = timestamp < earliest;
    if (late && !kind.countsWhenLate()) {
      refuse();
      return Verdict.LATE;
    }
    rows++;
    refusedAhead = RowPosition.NONE;
    lastAccepted = timestamp;
    clock = Math.max(clock, timestamp);
    earliest = Math.max(earliest, clock - latenessMs);
    return late ? Verdict.LATE : Verdict.ON_TIME;
  }

  /** Takes the word of whoever writes: all is there up to this instant. It is never taken back. */
  public void heartbeat(long upTo) {
    if (upTo > heartbeat) {
      heartbeat = upTo;
      earliest = Math.max(earliest, upTo + 1);
    }
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

  /**
   * The earliest timestamp that is not late; {@link RowPosition#NONE} before the first accepted row
   * or heartbeat.
   */
  public long earliest() {
    return earliest;
  }

  /** Whether it is a heartbeat that says what is late, and not a row. */
  boolean isByHeartbeat() {
    return heartbeat != RowPosition.NONE && earliest == heartbeat + 1;
  }

  /** The instant up to which all was written, or {@link RowPosition#NONE}. */
  public long heartbeat() {
    return heartbeat;
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
