package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.delivery.Dispatcher;
import io.plimsoll.jobs.alert.delivery.Receipt.End;
import io.plimsoll.jobs.metrics.Metrics;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What deliveries tell of themselves through Flink's metrics (docs/alerts.md). */
final class DeliveryMetrics {

  private final Map<End, Counter> ends = new EnumMap<>(End.class);
  // Written by the task's thread, read by those of reporters.
  private volatile long broken;
  private volatile int waiting;

  DeliveryMetrics(MetricGroup operator) {
    MetricGroup group = Metrics.of(operator);
    group.gauge("brokenNotifiers", () -> broken);
    group.gauge("waitingDeliveries", () -> waiting);
    for (End end : End.values()) {
      ends.put(end, group.addGroup("end", end.name()).counter("deliveries"));
    }
  }

  /** Something has changed. */
  void update(Dispatcher dispatcher) {
    broken = dispatcher.broken();
    waiting = dispatcher.waitingCount();
  }

  /** A delivery has come to its end. */
  void ended(End end) {
    ends.get(end).inc();
  }
}
