package io.plimsoll.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One benchmark of JMH at one number of accounts, as it is printed.
 *
 * @param benchmark by its class and method
 * @param accounts watched
 * @param nanosPerTick mean
 * @param error half the confidence interval of 99.9 %, or null of too few iterations
 * @param allocatedBytesPerTick by the gc profiler
 * @param conditions under which all this holds
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MicroReport(
    String benchmark,
    long accounts,
    double nanosPerTick,
    Double error,
    double allocatedBytesPerTick,
    Conditions conditions) {

  /** A row for each, then the conditions. */
  public static List<String> lines(List<MicroReport> reports) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(Locale.ROOT, "%12s %12s %12s %14s", "accounts", "ns/tick", "±", "B/tick"));
    for (MicroReport report : reports) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%,12d %12.1f %12s %14.6f",
              report.accounts(),
              report.nanosPerTick(),
              report.error() == null ? "-" : String.format(Locale.ROOT, "%.1f", report.error()),
              report.allocatedBytesPerTick()));
    }
    lines.add("");
    lines.add(reports.get(0).conditions().line());
    return lines;
  }
}
