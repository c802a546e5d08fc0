package io.plimsoll.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Engines at growing numbers of accounts, for people. */
public final class ScaleTable {

  private static final String ROW = "%12s  %-18s %14s %14s %12s %12s %12s %12s %12s %12s";

  private ScaleTable() {}

  /** A row for each number of accounts and engine, then the conditions. */
  public static List<String> lines(List<EngineFigures> all) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            ROW,
            "accounts",
            "engine",
            "judged/tick",
            "µs/tick",
            "µs/judgement",
            "ticks/s",
            "least",
            "most",
            "heap B/a.",
            "disk B/a."));
    for (EngineFigures engine : all) {
      RunReport run = engine.run();
      lines.add(
          String.format(
              Locale.ROOT,
              ROW,
              String.format(Locale.ROOT, "%,d", run.accounts()),
              run.engine(),
              RunTable.number(run.judgementsPerTick()),
              RunTable.number(engine.microsPerTick()),
              run.judgements() == 0 ? "-" : RunTable.number(run.microsPerJudgement()),
              RunTable.number(engine.ticksPerSecond().median()),
              RunTable.number(engine.ticksPerSecond().least()),
              RunTable.number(engine.ticksPerSecond().most()),
              RunTable.number(run.heapBytesPerAccount()),
              run.diskBytesPerAccount() == null
                  ? "-"
                  : RunTable.number(run.diskBytesPerAccount())));
    }
    lines.add("");
    lines.add(all.get(0).run().conditions().line());
    return lines;
  }
}
