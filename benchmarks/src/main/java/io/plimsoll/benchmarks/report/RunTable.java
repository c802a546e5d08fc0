package io.plimsoll.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Engines side by side, for people. */
public final class RunTable {

  private static final String ROW = "%-18s %12s %12s %12s %10s %12s %10s %12s %10s %9s %9s %11s";

  private RunTable() {}

  /** A heading, a row for each engine beside the first, the conditions. */
  public static List<String> lines(List<EngineFigures> engines) {
    List<String> lines = new ArrayList<>();
    EngineFigures reference = engines.get(0);
    RunReport first = reference.run();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d accounts of %s holdings, %d assets",
            first.accounts(),
            first.holdingsPerAccount(),
            first.assets()));
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            ROW,
            "engine",
            "ticks/s",
            "least",
            "most",
            "of " + first.engine(),
            "µs/tick",
            "p99 µs",
            "max µs",
            "judged/t.",
            "heap B/a.",
            "disk B/a.",
            "ticks"));
    for (EngineFigures engine : engines) {
      lines.add(row(engine, reference));
    }
    lines.add("");
    engines.forEach(engine -> extras(engine.run(), lines));
    lines.add(first.conditions().line());
    return lines;
  }

  private static String row(EngineFigures engine, EngineFigures reference) {
    RunReport run = engine.run();
    Spread speed = engine.ticksPerSecond();
    return String.format(
        Locale.ROOT,
        ROW,
        run.engine(),
        number(speed.median()),
        number(speed.least()),
        number(speed.most()),
        "1/" + number(reference.ticksPerSecond().median() / speed.median()),
        number(engine.microsPerTick()),
        number(run.tickMicros().p99()),
        number(run.tickMicros().max()),
        number(run.judgementsPerTick()),
        number(run.heapBytesPerAccount()),
        run.diskBytesPerAccount() == null ? "-" : number(run.diskBytesPerAccount()),
        String.format(Locale.ROOT, "%,d", run.ticks()));
  }

  private static void extras(RunReport run, List<String> lines) {
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %,d events (%s); loaded in %.1f s; %.1f s measured",
            run.engine(),
            run.events(),
            run.eventsChecked(),
            run.loadSeconds(),
            run.seconds()));
    Double beyond = run.heap().bytesPerAccountBeyondCaches();
    if (beyond != null) {
      lines.add(run.engine() + ": heap beyond caches " + number(beyond) + " bytes an account");
    }
    if (run.checkpoints().completed() + run.checkpoints().failed() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s: %d checkpoints of %.1f s (median), %d failed",
              run.engine(),
              run.checkpoints().completed(),
              run.checkpoints().medianSeconds(),
              run.checkpoints().failed()));
    }
    if (run.restoreSeconds() != null) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s: restored to the first tick in %.1f s",
              run.engine(),
              run.restoreSeconds()));
    }
  }

  /** Three digits that matter. */
  static String number(double value) {
    double size = Math.abs(value);
    String format = size >= 100 || size == 0 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }
}
