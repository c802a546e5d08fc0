package io.plimsoll.jobs.intake;

import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.market.Quote;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.risk.parameters.RiskParameters;

/**
 * Judges the rows of one file or partition, in their order: what they say, by a {@link RowCheck},
 * and when they come, by a {@link RowClock}. What becomes of a row depends on it and on the rows
 * before it in its file or partition, on nothing else. Not thread-safe.
 */
public final class RowJudge {

  /** Nobody noted when the row was written. */
  public static final long UNLOGGED = Long.MIN_VALUE;

  private final RowKind kind;
  private final RiskParameters parameters;
  private final RowCheck check;
  private final RowClock clock;
  private final String medium;
  private final long interval;

  /**
   * A judge of one file or partition.
   *
   * @param clock as the rows before left it
   * @param medium what the rows stand in, for people: "file" or "partition"
   */
  public RowJudge(
      RowKind kind, RiskParameters parameters, RowCheck check, RowClock clock, String medium) {
    this.kind = kind;
    this.parameters = parameters;
    this.check = check;
    this.clock = clock;
    this.medium = medium;
    this.interval = interval(kind, parameters);
  }

  /** From a row's timestamp to its instant, ms. */
  public static long interval(RowKind kind, RiskParameters parameters) {
    return kind == RowKind.CANDLES ? parameters.candleIntervalMs() : 0;
  }

  /**
   * Takes the next row.
   *
   * @param row its cells
   * @param line line in the file or offset in the partition
   * @param loggedAt when it was written to its topic, epoch milliseconds, or {@link #UNLOGGED}
   */
  public Intake judge(Cells row, long line, long loggedAt) {
    Intake checked = check.check(row, line, now());
    if (!(checked instanceof MarketEvent event)) {
      clock.refuse();
      return checked;
    }
    if (loggedAt != UNLOGGED && check.timestamp() - loggedAt > allowedAhead(event)) {
      clock.refuse();
      return check.refuse(
          RefusalReason.FUTURE,
          "timestamp "
              + check.timestamp()
              + ": at most "
              + allowedAhead(event)
              + " ms after the record was written, "
              + loggedAt,
          now());
    }
    return take(event, check.timestamp());
  }

  /** A price has its asset's limit; anything else far ahead would only stop its partition. */
  private long allowedAhead(MarketEvent event) {
    return event instanceof Quote quote
        ? parameters.asset(quote.asset()).guard().maxFutureMs()
        : RowClock.DAY_MS;
  }

  private Intake take(MarketEvent event, long timestamp) {
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
                  + ": at most a day ahead of the highest accepted before in its "
                  + medium
                  + ", "
                  + last,
              before);
    };
  }

  private Intake late(MarketEvent event, long timestamp) {
    if (event instanceof AccountUpdate update) {
      return update.appliedAt(clock.earliest());
    }
    return check.refuse(
        RefusalReason.LATE,
        "timestamp "
            + timestamp
            + ": at least "
            + clock.earliest()
            + (clock.isByHeartbeat()
                ? ", after the instant of the heartbeat before in its " + medium
                : ", the latest accepted before in its "
                    + medium
                    + " less the allowed lateness of "
                    + clock.latenessMs()
                    + " ms"),
        now());
  }

  /** Which kind of rows. */
  public RowKind kind() {
    return kind;
  }

  /** The instant of a row refused last, by what it says of itself; its clock's if it says none. */
  public long instantOfRefused() {
    long timestamp = check.timestamp();
    return timestamp == RowCheck.NO_TIMESTAMP ? now() : timestamp + interval;
  }

  /** The instant of a refusal: the clock, or 0 before the first accepted row. */
  public long now() {
    return clock.time() == RowPosition.NONE ? 0 : clock.time() + interval;
  }
}
