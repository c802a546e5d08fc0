package io.plimsoll.jobs.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects position updates and writes {@code positions.csv} in time order, but for a few rows that
 * come late.
 */
final class PositionTape {

  private static final int ONE_IN = 2_500;
  private static final int ROWS_LATE = 40;

  private final List<Row> rows = new ArrayList<>();

  /** A line of the file. */
  private record Row(long timestamp, String cells) {}

  /** The holding as it now is; its sequence goes up. */
  void update(DemoAccount account, DemoHolding holding, double minute, boolean sequenced) {
    String sequence = sequenced ? String.valueOf(holding.nextSequence()) : "";
    String cells =
        String.join(
            ",",
            account.name(),
            holding.asset().text(),
            holding.kind().name(),
            holding.amountCell(),
            holding.entryCell(),
            holding.venue().equals(holding.asset().venue()) ? "" : holding.venue(),
            sequence);
    rows.add(new Row(Timetable.millis(minute), cells));
  }

  /** The last row once more, some minutes later, as bridges and retries do. */
  void again(double minute) {
    rows.add(new Row(Timetable.millis(minute), rows.get(rows.size() - 1).cells()));
  }

  void write(Path directory) throws IOException {
    List<Row> inOrder = new ArrayList<>(rows);
    inOrder.removeIf(row -> row.timestamp() >= Timetable.millis(Timetable.MINUTES));
    inOrder.sort(Comparator.comparingLong(Row::timestamp));
    for (int i = ONE_IN; i + ROWS_LATE < inOrder.size(); i += ONE_IN) {
      inOrder.add(i + ROWS_LATE, inOrder.remove(i));
    }
    try (CsvFile csv =
        CsvFile.create(
            directory.resolve("positions.csv"),
            "timestamp,account,asset,kind,amount,entry_price,venue,sequence")) {
      for (Row row : inOrder) {
        csv.row(String.valueOf(row.timestamp()), row.cells());
      }
    }
  }
}
