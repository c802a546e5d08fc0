package io.plimsoll.twin;

import io.plimsoll.twin.InputRow.Origin;
import io.plimsoll.twin.InputRow.Position;
import io.plimsoll.twin.InputRow.Settings;
import io.plimsoll.twin.Refusal.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one file from top to bottom: what is late or too far ahead is a matter of the rows before
 * it in the same file.
 */
final class FileIntake {
  private static final long DAY = 86_400_000L;

  private final RowParser parser;
  private final String kind;
  private final long candleInterval;
  private final long lateness;
  private final Coverage coverage;
  private final List<InputRow> accepted = new ArrayList<>();
  private final List<Refusal> refused = new ArrayList<>();

  /** The highest time accepted so far; for candles the open time. */
  private Long clock;

  /** The time of the row directly before, when that was refused as {@code FUTURE}. */
  private Long refusedAsFuture;

  FileIntake(String kind, Parameters parameters, long lateness, Coverage coverage) {
    this.parser = new RowParser(parameters);
    this.kind = kind;
    this.candleInterval = kind.equals("candles") ? parameters.global().candleInterval() : 0;
    this.lateness = lateness;
    this.coverage = coverage;
  }

  void read(TwinFile file) {
    for (int row = 0; row < file.rows().size(); row++) {
      if (!file.record(row).isEmpty()) {
        read(file, row);
      }
    }
  }

  private void read(TwinFile file, int row) {
    Long before = refusedAsFuture;
    refusedAsFuture = null;
    InputRow parsed;
    try {
      parsed = parser.parse(kind, file, row);
    } catch (RowParser.Refused e) {
      refused.add(new Origin(file, row, 0, 0, false).refuse(e.reason()));
      return;
    }
    long time = parsed.origin().timestamp() - candleInterval;
    if (isFuture(time)) {
      if (before == null || Math.abs(time - before) > DAY) {
        refusedAsFuture = time;
        refused.add(parsed.origin().refuse(Reason.FUTURE));
        return;
      }
      coverage.hit("future row confirmed by the next");
    }
    if (clock != null && time < clock - lateness) {
      readLate(parsed);
      return;
    }
    coverage.hit(clock != null && time < clock, "row out of order within the lateness");
    clock = clock == null ? time : Math.max(clock, time);
    accepted.add(parsed);
  }

  private boolean isFuture(long time) {
    boolean guarded = kind.equals("quotes") || kind.equals("candles");
    return guarded && clock != null && time > clock + DAY;
  }

  /** Prices can be missed, holdings cannot: those count from the oldest instant still open. */
  private void readLate(InputRow row) {
    Origin own = row.origin();
    Origin moved = new Origin(own.file(), own.row(), own.timestamp(), clock - lateness, true);
    if (row instanceof Position) {
      Position late = (Position) row;
      coverage.hit("late position " + (late.sequence() == null ? "without" : "with") + " sequence");
      accepted.add(
          new Position(moved, late.key(), late.amount(), late.entryPrice(), late.sequence()));
    } else if (row instanceof Settings) {
      Settings late = (Settings) row;
      coverage.hit("late account");
      accepted.add(
          new Settings(moved, late.account(), late.mode(), late.category(), late.marginCall()));
    } else {
      refused.add(own.refuse(Reason.LATE));
    }
  }

  List<InputRow> accepted() {
    return accepted;
  }

  List<Refusal> refused() {
    return refused;
  }
}
