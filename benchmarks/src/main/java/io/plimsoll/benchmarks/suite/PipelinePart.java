package io.plimsoll.benchmarks.suite;

import io.plimsoll.benchmarks.pipeline.PipelinePlan;
import io.plimsoll.benchmarks.pipeline.PipelineReport;
import io.plimsoll.benchmarks.pipeline.PipelineTable;
import java.util.List;
import java.util.Optional;

/**
 * The whole path, in a JVM of its own.
 *
 * @param plan what is measured
 */
record PipelinePart(PipelinePlan plan) implements Part {

  private static final int DAYS = 365;
  private static final int WARMUP = 3;
  private static final int ACCOUNTS = 100_000;

  static PipelinePart of(Size size) {
    return new PipelinePart(
        PipelinePlan.calm(
            size.isWhole() ? DAYS : 1,
            (int) size.count(ACCOUNTS),
            size.isWhole() ? WARMUP : 0,
            size.runs(Catalogue.MEASUREMENTS)));
  }

  @Override
  public boolean run(Results results) throws Exception {
    List<PipelineReport> reports = plan.measure(Optional.empty());
    reports.forEach(report -> results.object(PartName.PIPELINE, report));
    results.table(PartName.PIPELINE, PipelineTable.lines(reports));
    return true;
  }
}
