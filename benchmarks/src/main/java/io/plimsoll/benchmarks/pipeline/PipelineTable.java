package io.plimsoll.benchmarks.pipeline;

import io.plimsoll.benchmarks.report.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Medians of each graph, and its share of the rows a second of the first, for people. */
public final class PipelineTable {

  private static final String HEADING =
      "graph     runs        rows   median ms   median rows/s    least     most   ratio   cpu ns a row";

  private PipelineTable() {}

  /** A row for each graph, then the conditions. */
  public static List<String> lines(List<PipelineReport> runs) {
    List<String> lines = new ArrayList<>(List.of(HEADING));
    List<String> graphs = runs.stream().map(PipelineReport::graph).distinct().toList();
    double first = spread(graphs.get(0), runs, PipelineReport::rowsPerSecond).median();
    for (String graph : graphs) {
      List<PipelineReport> same = runs.stream().filter(r -> r.graph().equals(graph)).toList();
      Spread speed = spread(graph, runs, PipelineReport::rowsPerSecond);
      long rows = same.get(0).rows();
      lines.add(
          String.format(
              Locale.ROOT,
              "%-8s  %4d  %,10d  %,10.0f  %,14.0f  %,6.0fk  %,6.0fk   %5.3f  %,13.0f",
              graph,
              same.size(),
              rows,
              rows * 1000.0 / speed.median(),
              speed.median(),
              speed.least() / 1000,
              speed.most() / 1000,
              speed.median() / first,
              spread(graph, runs, PipelineReport::cpuNanosPerRow).median()));
    }
    lines.add("");
    lines.add(runs.get(0).conditions().line());
    return lines;
  }

  private static Spread spread(
      String graph, List<PipelineReport> runs, ToDoubleFunction<PipelineReport> figure) {
    return Spread.of(
        runs.stream().filter(r -> r.graph().equals(graph)).mapToDouble(figure).toArray());
  }
}
