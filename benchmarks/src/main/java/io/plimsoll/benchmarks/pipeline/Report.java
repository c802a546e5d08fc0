package io.plimsoll.benchmarks.pipeline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The runs as text: a line while they go, a table or a JSON object each at the end. */
final class Report {

  private Report() {}

  /** One run, for people who wait. */
  static String line(Run run) {
    return String.format(
        Locale.ROOT,
        "run %d  %-8s  %,8d ms  %,9.0f rows/s  %,6.0f ns of processor a row",
        run.number(),
        run.graph().label(),
        run.millis(),
        run.rowsPerSecond(),
        run.cpuNanosPerRow());
  }

  /** Medians, and each graph's share of the rows a second of the first. */
  static String table(List<Run> runs, Conditions conditions) {
    StringBuilder table = new StringBuilder(512);
    table.append(conditions.line()).append('\n');
    table.append(
        "graph     runs        rows   median ms   median rows/s    least     most   ratio   cpu ns a row\n");
    List<Graph> graphs = runs.stream().map(Run::graph).distinct().toList();
    double first = medianOf(graphs.get(0), runs);
    for (Graph graph : graphs) {
      double[] speeds = speeds(graph, runs);
      Run any = runs.stream().filter(run -> run.graph() == graph).findFirst().orElseThrow();
      table.append(
          String.format(
              Locale.ROOT,
              "%-8s  %4d  %,10d  %,10.0f  %,14.0f  %,6.0fk  %,6.0fk   %5.3f  %,13.0f%n",
              graph.label(),
              speeds.length,
              any.rows(),
              any.rows() * 1000.0 / median(speeds),
              median(speeds),
              speeds[0] / 1000,
              speeds[speeds.length - 1] / 1000,
              median(speeds) / first,
              median(cpu(graph, runs))));
    }
    return table.toString();
  }

  /** A JSON object a run, with its conditions. */
  static String json(List<Run> runs, Conditions conditions) throws IOException {
    StringWriter lines = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(lines)) {
      json.setRootValueSeparator(null); // a line end does
      for (Run run : runs) {
        write(json, run, conditions);
        json.writeRaw('\n');
      }
    }
    return lines.toString();
  }

  private static void write(JsonGenerator json, Run run, Conditions conditions) throws IOException {
    json.writeStartObject();
    json.writeStringField("benchmark", "pipeline");
    json.writeStringField("graph", run.graph().label());
    json.writeNumberField("run", run.number());
    json.writeNumberField("millis", run.millis());
    json.writeNumberField("cpuMillis", run.cpuMillis());
    json.writeNumberField("rows", run.rows());
    json.writeNumberField("rowsPerSecond", Math.round(run.rowsPerSecond()));
    json.writeNumberField("assetStates", run.assetStates());
    json.writeNumberField("marginEvents", run.marginEvents());
    json.writeNumberField("refused", run.refused());
    json.writeObjectFieldStart("conditions");
    json.writeNumberField("days", conditions.days());
    json.writeNumberField("assets", conditions.assets());
    json.writeNumberField("accounts", conditions.accounts());
    json.writeNumberField("seed", conditions.seed());
    json.writeNumberField("volatility", conditions.volatility());
    json.writeNumberField("parallelism", conditions.parallelism());
    json.writeStringField("stateBackend", conditions.stateBackend().optionValue());
    json.writeNumberField("processors", Conditions.processors());
    json.writeNumberField("heapMebibytes", Conditions.heapMebibytes());
    json.writeStringField("java", Conditions.java());
    for (Map.Entry<String, String> option : conditions.flink().entrySet()) {
      json.writeStringField(option.getKey(), option.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static double medianOf(Graph graph, List<Run> runs) {
    return median(speeds(graph, runs));
  }

  /** Rows a second, the slowest first. */
  private static double[] speeds(Graph graph, List<Run> runs) {
    return runs.stream()
        .filter(run -> run.graph() == graph)
        .mapToDouble(Run::rowsPerSecond)
        .sorted()
        .toArray();
  }

  private static double[] cpu(Graph graph, List<Run> runs) {
    return runs.stream()
        .filter(run -> run.graph() == graph)
        .mapToDouble(Run::cpuNanosPerRow)
        .sorted()
        .toArray();
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
