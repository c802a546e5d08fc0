package io.plimsoll.jobs.monitor;

import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.MarketEvent;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Ends a history: before the last watermark, {@link Long#MAX_VALUE}, it sends the last instant of
 * all partitions, so that everything due by then happens and nothing after it, however far
 * heartbeats go beyond it. Only where all partitions come together is it known which instant that
 * is: one subtask, and only in a run that ends.
 */
final class LastInstantOperator extends AbstractStreamOperator<Intake>
    implements OneInputStreamOperator<Intake, Intake> {

  private static final long serialVersionUID = 1L;

  private static final String STATE = "last-instant";

  private transient long last;
  private transient long watermark;
  private transient ListState<Long> saved;

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    saved =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>(STATE, LongSerializer.INSTANCE));
    last = Long.MIN_VALUE;
    watermark = Long.MIN_VALUE;
    for (long before : saved.get()) {
      last = Math.max(last, before);
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    saved.update(List.of(last));
  }

  @Override
  public void processElement(StreamRecord<Intake> element) {
    if (element.getValue() instanceof MarketEvent event) {
      last = Math.max(last, event.instant());
    }
    output.collect(element);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    // A record after this mark, if any, stands after it: what waits for that record may wait here.
    long reached = Math.min(last, mark.getTimestamp());
    if (reached > watermark) {
      watermark = reached;
      super.processWatermark(new Watermark(reached));
    }
    if (mark.getTimestamp() == Long.MAX_VALUE) {
      super.processWatermark(mark);
    }
  }
}
