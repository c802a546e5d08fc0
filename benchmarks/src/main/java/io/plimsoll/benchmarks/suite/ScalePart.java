package io.plimsoll.benchmarks.suite;

import io.plimsoll.benchmarks.engine.RunSpec;
import io.plimsoll.benchmarks.report.EngineFigures;
import io.plimsoll.benchmarks.report.RunReport;
import io.plimsoll.benchmarks.report.ScaleFigure;
import io.plimsoll.benchmarks.report.ScaleTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Engines at growing numbers of accounts.
 *
 * @param specs of each number, the reference first
 * @param source where runs come from
 */
record ScalePart(List<List<RunSpec>> specs, Runs source) implements Part {

  private static final String FIGURE = "scale.png";

  @Override
  public boolean run(Results results) throws Exception {
    List<RunReport> reports = new ArrayList<>();
    boolean agreed = true;
    for (List<RunSpec> ofOneNumber : specs) {
      agreed &=
          new SideBySide(ofOneNumber, 1, false, source, results.err())
              .run(
                  report -> {
                    reports.add(report);
                    results.object(PartName.SCALE, report);
                  });
    }
    List<EngineFigures> figures = EngineFigures.of(reports);
    results.table(PartName.SCALE, ScaleTable.lines(figures));
    Optional<Path> figure = results.file(FIGURE);
    if (figure.isPresent()) {
      ScaleFigure.write(figures, figure.orElseThrow());
    }
    return agreed;
  }
}
