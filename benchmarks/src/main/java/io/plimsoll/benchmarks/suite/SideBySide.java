package io.plimsoll.benchmarks.suite;

import io.plimsoll.benchmarks.engine.EngineRun;
import io.plimsoll.benchmarks.engine.Outcome;
import io.plimsoll.benchmarks.engine.RunSpec;
import io.plimsoll.benchmarks.judge.NaiveScan;
import io.plimsoll.benchmarks.market.Market;
import io.plimsoll.benchmarks.report.RunReport;
import io.plimsoll.benchmarks.trigger.Differences;
import io.plimsoll.benchmarks.trigger.TriggerLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Runs engines in turn and holds their events against each other. */
public final class SideBySide {

  private final List<RunSpec> specs;
  private final int runs;
  private final boolean naive;
  private final Runs source;
  private final PrintWriter err;

  private TriggerLog reference = new TriggerLog();
  private long referenceTicks;
  private long[] scanned = {};
  private long scannedTicks;

  /**
   * Prepares runs.
   *
   * @param specs the reference first
   * @param runs of each
   * @param naive whether every run is also held against a naive scan
   * @param source where runs come from
   * @param err for progress and differences
   */
  public SideBySide(List<RunSpec> specs, int runs, boolean naive, Runs source, PrintWriter err) {
    this.specs = specs;
    this.runs = runs;
    this.naive = naive;
    this.source = source;
    this.err = err;
  }

  /** Runs all, reports each, and says whether all events were the same. */
  public boolean run(Consumer<RunReport> reports) throws IOException, InterruptedException {
    boolean agreed = true;
    for (int run = 1; run <= runs; run++) {
      for (RunSpec spec : specs) {
        err.printf(
            Locale.ROOT,
            "%s: %,d accounts, run %d of %d%n",
            spec.engine(),
            spec.market().accounts(),
            run,
            runs);
        err.flush();
        EngineRun done = source.run(spec, run);
        boolean isReference = run == 1 && spec.engine().equals(specs.get(0).engine());
        agreed &= check(spec, done, isReference);
        reports.accept(
            RunReport.of(spec, run, done.outcome(), done.triggers(), checked(isReference)));
      }
    }
    return agreed;
  }

  private String checked(boolean isReference) {
    String scan = "the naive scan's";
    if (isReference) {
      return naive ? scan : "the reference";
    }
    return specs.get(0).engine() + "'s" + (naive ? " and " + scan : "");
  }

  private boolean check(RunSpec spec, EngineRun done, boolean isReference) {
    Outcome outcome = done.outcome();
    boolean agreed = true;
    if (isReference) {
      reference = done.triggers();
      referenceTicks = outcome.allTicks();
    } else {
      long ticks = Math.min(referenceTicks, outcome.allTicks());
      agreed = same(spec, specs.get(0).engine(), reference.upTo(ticks), done, ticks);
    }
    if (naive) {
      scan(spec, outcome.allTicks());
      long ticks = Math.min(scannedTicks, outcome.allTicks());
      TriggerLog log = new TriggerLog();
      for (long trigger : scanned) {
        log.add(trigger);
      }
      agreed &= same(spec, "the naive scan", log.upTo(ticks), done, ticks);
    }
    return agreed;
  }

  private void scan(RunSpec spec, long ticks) {
    if (ticks > scannedTicks) {
      err.println("naive scan of all accounts at " + ticks + " instants");
      err.flush();
      scanned = NaiveScan.triggers(new Market(spec.market()), ticks);
      scannedTicks = ticks;
    }
  }

  private boolean same(RunSpec spec, String other, long[] expected, EngineRun done, long ticks) {
    Differences differences = Differences.between(expected, done.triggers().upTo(ticks));
    if (!differences.none()) {
      err.printf(
          Locale.ROOT,
          "%s differs from %s in %,d of %,d events on %,d ticks:%n",
          spec.engine(),
          other,
          differences.count(),
          expected.length,
          ticks);
      differences.first().forEach(line -> err.println("  " + line));
      err.flush();
    }
    return differences.none();
  }
}
