package io.plimsoll.jobs.monitor;

import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.jobs.metrics.Metrics;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.metrics.Counter;

/** Counts what every stage refuses: metric {@code refused}, one for each reason. */
final class RefusedCounter extends RichMapFunction<Refusal, Refusal> {

  private static final long serialVersionUID = 1L;

  /** Accumulator: records refused. */
  static final String REFUSED = "refused";

  private transient Map<RefusalReason, Counter> counters;
  private transient LongCounter all;

  @Override
  public void open(OpenContext context) {
    counters = new EnumMap<>(RefusalReason.class);
    for (RefusalReason reason : RefusalReason.values()) {
      counters.put(
          reason,
          Metrics.of(getRuntimeContext().getMetricGroup())
              .addGroup("reason", reason.name())
              .counter(REFUSED));
    }
    all = new LongCounter();
    getRuntimeContext().addAccumulator(REFUSED, all);
  }

  @Override
  public Refusal map(Refusal refusal) {
    counters.get(refusal.reason()).inc();
    all.add(1L);
    return refusal;
  }
}
