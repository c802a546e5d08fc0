package io.plimsoll.benchmarks.suite;

import io.plimsoll.benchmarks.engine.RunSpec;
import io.plimsoll.benchmarks.report.EngineFigures;
import io.plimsoll.benchmarks.report.RunReport;
import io.plimsoll.benchmarks.report.RunTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Engines on one market, side by side.
 *
 * @param name of the part
 * @param specs the reference first
 * @param runs of each
 * @param naive whether each run's events are held against a naive scan
 * @param source where runs come from
 */
record EnginesPart(PartName name, List<RunSpec> specs, int runs, boolean naive, Runs source)
    implements Part {

  @Override
  public boolean run(Results results) throws Exception {
    List<RunReport> reports = new ArrayList<>();
    boolean agreed =
        new SideBySide(specs, runs, naive, source, results.err())
            .run(
                report -> {
                  reports.add(report);
                  results.object(name, report);
                });
    results.table(name, RunTable.lines(EngineFigures.of(reports)));
    return agreed;
  }
}
