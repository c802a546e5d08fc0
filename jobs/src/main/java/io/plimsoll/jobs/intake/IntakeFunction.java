package io.plimsoll.jobs.intake;

import io.plimsoll.jobs.graph.Refusals;
import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.market.Refusal;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.accumulators.LongMaximum;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Parts what a source emits, and counts it for the progress that people see. */
public final class IntakeFunction extends ProcessFunction<Intake, MarketEvent> {

  private static final long serialVersionUID = 1L;

  /**
   * Accumulators: rows read, rows accepted that count later than their own time, latest instant
   * reached.
   */
  public static final String ROWS = "rows";

  public static final String LATE = "late";
  public static final String EVENT_TIME = "event-time";

  private final LongCounter rows = new LongCounter();
  private final LongCounter late = new LongCounter();
  private final LongMaximum eventTime = new LongMaximum();

  @Override
  public void open(OpenContext context) {
    getRuntimeContext().addAccumulator(ROWS, rows);
    getRuntimeContext().addAccumulator(LATE, late);
    getRuntimeContext().addAccumulator(EVENT_TIME, eventTime);
  }

  @Override
  public void processElement(Intake intake, Context context, Collector<MarketEvent> out) {
    rows.add(1L);
    if (intake instanceof MarketEvent event) {
      eventTime.add(event.instant());
      if (event instanceof AccountUpdate update && update.late()) {
        late.add(1L);
      }
      out.collect(event);
    } else if (intake instanceof Refusal refusal) {
      context.output(Refusals.TAG, refusal);
    }
  }
}
