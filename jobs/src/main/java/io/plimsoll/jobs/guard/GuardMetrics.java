package io.plimsoll.jobs.guard;

import io.plimsoll.jobs.metrics.Metrics;
import io.plimsoll.risk.mark.MarkStatus;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What the guard tells of itself through Flink's metrics (docs/metrics.md). */
final class GuardMetrics {

  private final Map<MarkStatus, Integer> assets = new EnumMap<>(MarkStatus.class);
  private final Counter instants;

  /** Registers them; no asset has a mark yet. */
  GuardMetrics(MetricGroup operator) {
    MetricGroup group = Metrics.of(operator);
    for (MarkStatus status : MarkStatus.values()) {
      assets.put(status, 0);
      group.addGroup("status", status.name()).gauge("assets", () -> assets.get(status));
    }
    instants = group.counter("instantsApplied");
  }

  /** An instant of one asset was applied. */
  void applied() {
    instants.inc();
  }

  /** An asset has its first mark. */
  void marked(MarkStatus status) {
    assets.merge(status, 1, Integer::sum);
  }

  /** An asset with a mark has another status. */
  void changed(MarkStatus before, MarkStatus after) {
    assets.merge(before, -1, Integer::sum);
    assets.merge(after, 1, Integer::sum);
  }
}
