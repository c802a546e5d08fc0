package io.plimsoll.benchmarks.flink;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** A metric reporter that lets gauges be read at the moment that matters, in this JVM. */
public final class GaugeTap implements MetricReporter {

  private static final Map<String, Gauge<?>> GAUGES = new ConcurrentHashMap<>();

  /** Reads a gauge of whole numbers by its bare name; 0 while there is none. */
  static LongSupplier whole(String name) {
    return () -> {
      Gauge<?> gauge = GAUGES.get(name);
      return gauge != null && gauge.getValue() instanceof Number number ? number.longValue() : 0;
    };
  }

  @Override
  public void open(MetricConfig config) {}

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    if (metric instanceof Gauge<?> gauge) {
      GAUGES.put(name, gauge);
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}

  @Override
  public void close() {}

  /** Named in Flink's configuration, found by its service file. */
  public static final class Factory implements MetricReporterFactory {
    @Override
    public MetricReporter createMetricReporter(Properties properties) {
      return new GaugeTap();
    }
  }
}
