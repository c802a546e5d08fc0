package io.plimsoll.benchmarks.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Both jobs at each rate, for people. */
public final class LatencyTable {

  private static final String HEADING =
      "quotes/s  job         records    p50 ms    p90 ms    p99 ms  p99.9 ms    max ms  p99 of empty";

  private LatencyTable() {}

  /**
   * A row for each report, then the conditions.
   *
   * @param reports in the order in which they were measured: a rate's empty job before its monitor
   */
  public static List<String> lines(List<LatencyReport> reports) {
    List<String> lines = new ArrayList<>(List.of(HEADING));
    LatencyReport empty = reports.get(0);
    for (LatencyReport report : reports) {
      if (report.job().equals(MeasuredJob.EMPTY.label())) {
        empty = report;
      }
      lines.add(
          String.format(
              Locale.ROOT,
              "%,8d  %-8s  %,9d  %8.1f  %8.1f  %8.1f  %8.1f  %8.1f  %12.2f",
              report.quotesPerSecond(),
              report.job(),
              report.records(),
              report.p50Millis(),
              report.p90Millis(),
              report.p99Millis(),
              report.p999Millis(),
              report.maxMillis(),
              report.p99Millis() / empty.p99Millis()));
    }
    lines.add("");
    lines.add(reports.get(0).conditions().line());
    return lines;
  }
}
