package io.plimsoll.benchmarks.soak;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.jobs.cluster.FlinkRest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Metrics of all subtasks of a job, as the JobManager knows them: as old as its {@code
 * metrics.fetcher.update-interval} at most. For one thread.
 */
final class JobMetrics {

  /** Over all subtasks and operators whose metric has a name that ends so. */
  private record Value(double sum, double max) {

    Value and(Value other) {
      return new Value(sum + other.sum, Math.max(max, other.max));
    }
  }

  private final FlinkRest flink;
  private final String job;
  private final List<String> endings;

  /** By task: the full names. */
  private final Map<String, List<String>> names = new HashMap<>();

  private Map<String, Value> values = Map.of();

  /**
   * Metrics of a job that runs.
   *
   * @param endings of the names that are wanted
   */
  JobMetrics(FlinkRest flink, String job, List<String> endings) {
    this.flink = flink;
    this.job = job;
    this.endings = endings;
  }

  /** A JobManager that has not been asked for a while knows none at first. */
  private void find() throws IOException {
    for (JsonNode task : flink.get("/jobs/" + job).path("vertices")) {
      List<String> wanted = new ArrayList<>();
      for (JsonNode metric : flink.get(path(task.path("id").asText()))) {
        String name = metric.path("id").asText();
        if (endings.stream().anyMatch(name::endsWith)) {
          wanted.add(name);
        }
      }
      if (!wanted.isEmpty()) {
        names.put(task.path("id").asText(), wanted);
      }
    }
  }

  private String path(String task) {
    return "/jobs/" + job + "/vertices/" + task + "/subtasks/metrics";
  }

  /** Asks for all of them. */
  void read() throws IOException {
    if (!values.keySet().containsAll(endings)) {
      find();
    }
    Map<String, Value> read = new HashMap<>();
    for (Map.Entry<String, List<String>> task : names.entrySet()) {
      String wanted = URLEncoder.encode(String.join(",", task.getValue()), StandardCharsets.UTF_8);
      for (JsonNode metric : flink.get(path(task.getKey()) + "?agg=sum,max&get=" + wanted)) {
        Value value = new Value(metric.path("sum").asDouble(), metric.path("max").asDouble());
        String name = metric.path("id").asText();
        endings.stream()
            .filter(name::endsWith)
            .forEach(ending -> read.merge(ending, value, Value::and));
      }
    }
    values = read;
  }

  /** The sum; nothing where nobody has told. */
  OptionalDouble sum(String ending) {
    Value value = values.get(ending);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.sum());
  }

  /** The largest; nothing where nobody has told. */
  OptionalDouble max(String ending) {
    Value value = values.get(ending);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.max());
  }
}
