package io.plimsoll.benchmarks.soak;

import io.plimsoll.benchmarks.soak.SoakReport.SeriesReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A soak, for people. */
public final class SoakTable {

  private static final String HEADING =
      String.format(
          "%-46s  %12s  %12s  %8s  %7s  %s", "series", "median", "growth", "growth %", "z", "is");

  private SoakTable() {}

  /** One moment. */
  static String line(Sample sample) {
    return String.format(Locale.ROOT, "%5.1f min  ", sample.minute())
        + sample.values().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getKey().label() + " " + number(entry.getValue()))
            .collect(Collectors.joining("; "));
  }

  /** Each series over time; then the trend of each; then the conditions. */
  public static List<String> lines(SoakReport report) {
    List<String> lines = new ArrayList<>();
    StringBuilder minutes = new StringBuilder(String.format("%-46s", "median up to minute"));
    int rows = report.series().get(0).rows().size();
    for (int row = 1; row <= rows; row++) {
      minutes.append(
          String.format("%11s", number(Math.min(report.minutes(), row * report.rowMinutes()))));
    }
    lines.add(minutes.toString());
    for (SeriesReport series : report.series()) {
      lines.add(
          String.format("%-46s", series.unit())
              + series.rows().stream()
                  .map(value -> String.format("%11s", number(value)))
                  .collect(Collectors.joining()));
    }
    lines.add("");
    lines.add(HEADING);
    for (SeriesReport series : report.series()) {
      lines.add(trend(series));
    }
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "trends from minute %.0f on; %s",
            report.judgedFromMinute(),
            report.isFlat() ? "nothing grows that must not" : "NOT FLAT"));
    lines.add(report.conditions().line());
    return lines;
  }

  private static String trend(SeriesReport series) {
    return String.format(
        Locale.ROOT,
        "%-46s  %12s  %12s  %8.1f  %7.1f  %s",
        series.unit(),
        number(series.median()),
        number(series.growth()),
        100 * series.growth() / series.median(),
        series.z(),
        verdict(series));
  }

  private static String verdict(SeriesReport series) {
    if (!series.mustBeFlat()) {
      return "-";
    }
    return series.fails() ? series.verdict().toUpperCase(Locale.ROOT) : series.verdict();
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%,.1f" : "%,.0f", value);
  }
}
