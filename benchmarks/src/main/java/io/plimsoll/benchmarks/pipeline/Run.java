package io.plimsoll.benchmarks.pipeline;

import java.util.Locale;

/**
 * One run of one graph.
 *
 * @param graph what was run
 * @param number of the run, from 1; those before warm up
 * @param millis from the start of the job to its end
 * @param cpuMillis of all threads of the JVM in that time: other programs disturb it less
 * @param rows read from the files
 * @param assetStates counted at the end of stage 3
 * @param marginEvents issued
 * @param refused rows
 */
record Run(
    Graph graph,
    int number,
    long millis,
    long cpuMillis,
    long rows,
    long assetStates,
    long marginEvents,
    long refused) {

  double rowsPerSecond() {
    return rows * 1000.0 / millis;
  }

  /** For people who wait. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%s  %-8s  %,8d ms  %,9.0f rows/s  %,6.0f ns of processor a row",
        number > 0 ? "run " + number : "warm-up",
        graph.label(),
        millis,
        rowsPerSecond(),
        cpuMillis * 1e6 / rows);
  }
}
