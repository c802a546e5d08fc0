package io.plimsoll.benchmarks.live;

import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The cluster that is measured: one TaskManager.
 *
 * @param parallelism of each job
 * @param jobs how many there are slots for
 * @param options further ones, by key: those of the monitor begin with {@code plimsoll.}, all
 *     others are Flink's
 */
public record ClusterSpec(int parallelism, int jobs, Map<String, String> options) {

  private static final String OURS = "plimsoll.";

  public ClusterSpec {
    options = Map.copyOf(options);
  }

  /** Those that Flink is told. */
  Map<String, String> flink() {
    return chosen(key -> !key.startsWith(OURS));
  }

  /** Those that the monitor is told. */
  Map<String, String> monitor() {
    return chosen(key -> key.startsWith(OURS));
  }

  private Map<String, String> chosen(Predicate<String> keys) {
    return options.entrySet().stream()
        .filter(option -> keys.test(option.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
