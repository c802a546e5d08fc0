package io.plimsoll.benchmarks.pipeline;

import io.plimsoll.benchmarks.report.Conditions;

/**
 * One run of one graph, as it is printed.
 *
 * @param benchmark which one, among the objects of others
 * @param graph what was run
 * @param run from 1
 * @param millis from the start of the job to its end
 * @param cpuMillis of all threads of the JVM in that time: other programs disturb it less
 * @param rows read from the files
 * @param rowsPerSecond of these
 * @param assetStates counted at the end of stage 3
 * @param marginEvents issued
 * @param refused rows
 * @param conditions under which all this holds
 */
public record PipelineReport(
    String benchmark,
    String graph,
    int run,
    long millis,
    long cpuMillis,
    long rows,
    double rowsPerSecond,
    long assetStates,
    long marginEvents,
    long refused,
    Conditions conditions) {

  static PipelineReport of(Run run, Conditions conditions) {
    return new PipelineReport(
        "pipeline",
        run.graph().label(),
        run.number(),
        run.millis(),
        run.cpuMillis(),
        run.rows(),
        run.rowsPerSecond(),
        run.assetStates(),
        run.marginEvents(),
        run.refused(),
        conditions);
  }

  double cpuNanosPerRow() {
    return cpuMillis * 1e6 / rows;
  }
}
