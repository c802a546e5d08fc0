package io.plimsoll.jobs.demo;

import io.plimsoll.risk.account.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects account settings and writes {@code accounts.csv}, with two rows that make no sense. */
final class SettingsTape {

  static final List<String> OWN_MARGIN_CALLS = List.of("1.15", "1.2", "1.3", "1.5");

  private final List<Row> rows = new ArrayList<>();

  /** A line of the file. */
  private record Row(long timestamp, String account, Mode mode, String category, String call) {}

  SettingsTape() {
    rows.add(new Row(Timetable.millis(610), "a-0007", Mode.GROSS, "no-such-category", ""));
    rows.add(new Row(Timetable.millis(611), "a-0007", Mode.GROSS, "", "0.9"));
  }

  void tell(double minute, DemoAccount account, String marginCall) {
    rows.add(
        new Row(
            Timetable.millis(minute),
            account.name(),
            account.mode(),
            account.category(),
            marginCall));
  }

  void write(Path directory) throws IOException {
    rows.sort(Comparator.comparingLong(Row::timestamp));
    try (CsvFile csv =
        CsvFile.create(
            directory.resolve("accounts.csv"), "timestamp,account,mode,category,margin_call")) {
      for (Row row : rows) {
        csv.row(
            Instant.ofEpochMilli(row.timestamp()).toString(),
            row.account(),
            row.mode().name(),
            row.category(),
            row.call());
      }
    }
  }
}
