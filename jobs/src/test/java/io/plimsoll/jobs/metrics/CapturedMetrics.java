package io.plimsoll.jobs.metrics;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.groups.GenericMetricGroup;
import org.apache.flink.runtime.metrics.util.TestingMetricRegistry;

/** A group of Flink's whose metrics can be read by their names. */
public final class CapturedMetrics {

  private final Map<String, Metric> metrics = new TreeMap<>();
  private final MetricGroup group =
      new GenericMetricGroup(
          TestingMetricRegistry.builder()
              .setRegisterConsumer(
                  (metric, name, in) -> metrics.put(in.getMetricIdentifier(name), metric))
              .build(),
          null,
          "operator");

  /** What an operator would register in. */
  public MetricGroup group() {
    return group;
  }

  /** The value of a gauge or counter, by its name in our group. */
  public long value(String name) {
    Metric metric = find(name);
    return metric instanceof Counter counter
        ? counter.getCount()
        : ((Number) ((Gauge<?>) metric).getValue()).longValue();
  }

  public Histogram histogram(String name) {
    return (Histogram) find(name);
  }

  private Metric find(String name) {
    Metric found = metrics.get("operator.plimsoll." + name);
    if (found == null) {
      throw new IllegalArgumentException(name + " is none of " + metrics.keySet());
    }
    return found;
  }
}
