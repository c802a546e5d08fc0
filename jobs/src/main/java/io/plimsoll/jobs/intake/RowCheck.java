package io.plimsoll.jobs.intake;

import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.risk.parameters.RiskParameters;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Checks the rows of one kind from one place. Not thread-safe; holds nothing but the row at hand.
 *
 * <p>A subclass reads its cells in a straight line; the first thing wrong is what the row is
 * refused for, and what is read after it does not matter.
 */
public abstract class RowCheck {

  /** The row's timestamp could not be read. */
  public static final long NO_TIMESTAMP = Long.MIN_VALUE;

  /** Longest cell told in full: a refusal is one line that people read. */
  private static final int SHOWN = 80;

  static final String KNOWN_ASSET = "an asset of parameters.yaml";
  static final String NOT_NEGATIVE = "a finite number of at least 0";

  final RiskParameters parameters;
  private final Columns columns;
  private final String place;
  private final NamePool names = new NamePool();
  private final Numeral numeral = new Numeral();

  private Cells cells = new Cells();
  private long line;
  private long timestamp;
  private RefusalReason reason;
  private String detail = "";

  RowCheck(RiskParameters parameters, Columns columns, String place) {
    this.parameters = parameters;
    this.columns = columns;
    this.place = place;
  }

  /** The checks of a kind's rows, laid out so, from a file or a partition. */
  public static RowCheck of(
      RowKind kind, RiskParameters parameters, Columns columns, String place) {
    return switch (kind) {
      case QUOTES -> new QuoteCheck(parameters, columns, place);
      case CANDLES -> new CandleCheck(parameters, columns, place);
      case INDICES -> new IndexCheck(parameters, columns, place);
      case STRESS -> new VenueCheck(parameters, columns, place);
      case ACCOUNTS -> new SettingsCheck(parameters, columns, place);
      case POSITIONS -> new PositionCheck(parameters, columns, place);
    };
  }

  /**
   * Checks a row.
   *
   * @param row its cells
   * @param number line in the file or offset in the partition
   * @param clock the instant of a refusal, should it be one
   */
  public final Intake check(Cells row, long number, long clock) {
    cells = row;
    line = number;
    reason = null;
    timestamp = NO_TIMESTAMP;
    if (row.count() != columns.width()) {
      reason = RefusalReason.MALFORMED;
      return refuse(
          reason, row.count() + " cells: as many as the header has, " + columns.width(), clock);
    }
    timestamp = timestampCell();
    MarketEvent event = read(timestamp);
    return reason == null ? event : refuse(reason, detail, clock);
  }

  /**
   * What the row checked last says, whether it was believed or not: an unknown asset and a price of
   * -1 are said as well as any other. Nothing when a cell cannot be what its column says.
   */
  public final Optional<MarketEvent> said() {
    // Read again, not kept: hardly anybody asks.
    return reason == RefusalReason.MALFORMED ? Optional.empty() : Optional.of(read(timestamp));
  }

  /** Refuses the row checked last, for what only its source can know. */
  public final Refusal refuse(RefusalReason why, String what, long clock) {
    return new Refusal(clock, origin(true), why, what);
  }

  /** The timestamp of the row checked last, or {@link #NO_TIMESTAMP}. */
  public final long timestamp() {
    return timestamp;
  }

  /** Reads the event; of no meaning once {@link #wrong} has been called. */
  abstract MarketEvent read(long rowTimestamp);

  /** Where the row stands; with the row itself where something downstream may refuse it. */
  final Origin origin(boolean withRecord) {
    return new Origin(place, line, withRecord ? cells.record() : "");
  }

  /** Notes what is wrong with a cell; only the first counts. */
  final void wrong(RefusalReason why, int column, String allowed) {
    if (reason == null) {
      reason = why;
      detail =
          columns.has(column)
              ? columns.name(column) + " \"" + shown(column) + "\": " + allowed
              : "no column " + columns.name(column) + ": " + allowed;
    }
  }

  final void malformed(int column, String allowed) {
    wrong(RefusalReason.MALFORMED, column, allowed);
  }

  final boolean isWrong() {
    return reason != null;
  }

  final boolean isEmpty(int column) {
    return !columns.has(column) || cells.isEmpty(columns.cell(column));
  }

  private boolean isBlank(int column) {
    return !columns.has(column) || cells.isBlank(columns.cell(column));
  }

  private long timestampCell() {
    int cell = columns.cell(RowKind.TIMESTAMP);
    long read = Timestamps.read(cells.text, cells.start(cell), cells.end(cell));
    if (read == NO_TIMESTAMP) {
      malformed(RowKind.TIMESTAMP, Timestamps.ALLOWED);
    }
    return read;
  }

  /** A name that must be there. */
  final String name(int column) {
    if (isEmpty(column)) {
      malformed(column, "a name");
    }
    return nameOr(column, "");
  }

  final String nameOr(int column, String absent) {
    if (isEmpty(column)) {
      return absent;
    }
    int cell = columns.cell(column);
    return names.name(cells.text, cells.start(cell), cells.end(cell));
  }

  /** One of an enum's names, exactly. */
  final <E extends Enum<E>> E oneOf(E[] values, int column, String allowed) {
    int cell = columns.cell(column);
    for (E value : values) {
      if (cells.is(cell, value.name())) {
        return value;
      }
    }
    malformed(column, allowed);
    return values[0];
  }

  /** A finite number that must be there. */
  final double number(int column, String allowed) {
    if (!readNumeral(column)) {
      malformed(column, allowed);
      return 0.0;
    }
    double value = numeral.toDouble();
    if (Double.isInfinite(value)) {
      malformed(column, allowed);
    }
    return value;
  }

  /** A finite number, or what an empty cell stands for. */
  final double numberOr(int column, double absent, String allowed) {
    return isBlank(column) ? absent : number(column, allowed);
  }

  /** A decimal(38,18) of at least a least, which must be there. */
  final BigDecimal decimal(int column, BigDecimal least) {
    if (readNumeral(column) && numeral.isAmount()) {
      BigDecimal value = numeral.toAmount();
      if (value.compareTo(least) >= 0) {
        return value;
      }
    }
    malformed(
        column,
        "a number of at least "
            + least
            + " with up to "
            + Numeral.AMOUNT_DIGITS
            + " digits before and "
            + Numeral.AMOUNT_DECIMALS
            + " after the point");
    return least;
  }

  /** A decimal(38,18) of at least a least, or what an empty cell stands for. */
  final BigDecimal decimalOr(int column, BigDecimal absent, BigDecimal least) {
    return isBlank(column) ? absent : decimal(column, least);
  }

  final long sequence(int column) {
    if (isBlank(column)) {
      return Origin.NO_SEQUENCE;
    }
    // The least of all longs is what stands for no sequence.
    if (readNumeral(column) && numeral.isLong() && numeral.toLong() != Origin.NO_SEQUENCE) {
      return numeral.toLong();
    }
    malformed(
        column,
        "a whole number from " + -Long.MAX_VALUE + " to " + Long.MAX_VALUE + ", or nothing");
    return Origin.NO_SEQUENCE;
  }

  private boolean readNumeral(int column) {
    if (!columns.has(column)) {
      return false;
    }
    int cell = columns.cell(column);
    return numeral.read(cells.text, cells.start(cell), cells.end(cell));
  }

  /** The cell on one line of bounded length. */
  private String shown(int column) {
    String text = cells.text(columns.cell(column));
    String cut = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    StringBuilder line = new StringBuilder(cut.length());
    cut.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(line::appendCodePoint);
    return line.toString();
  }
}
