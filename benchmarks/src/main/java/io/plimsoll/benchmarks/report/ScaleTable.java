package io.plimsoll.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Engines at growing numbers of accounts, for people. */
public final class ScaleTable {

  private static final String ROW = "%12s  %-18s %14s %14s %12s %12s %12s";

  private ScaleTable() {}

  /** A row for each number of accounts and engine, then the conditions. */
  public static List<String> lines(List<RunReport> runs) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            ROW,
            "accounts",
            "engine",
            "judged/tick",
            "µs/tick",
            "ticks/s",
            "heap B/a.",
            "disk B/a."));
    for (RunReport run : runs) {
      lines.add(
          String.format(
              Locale.ROOT,
              ROW,
              String.format(Locale.ROOT, "%,d", run.accounts()),
              run.engine(),
              RunTable.number(run.judgementsPerTick()),
              RunTable.number(run.microsPerTick()),
              RunTable.number(run.ticksPerSecond()),
              RunTable.number(run.heapBytesPerAccount()),
              run.diskBytesPerAccount() == null
                  ? "-"
                  : RunTable.number(run.diskBytesPerAccount())));
    }
    lines.add("");
    lines.add(runs.get(0).conditions().line());
    return lines;
  }
}
