package io.plimsoll.benchmarks.flink;

import io.plimsoll.benchmarks.market.MarketSpec;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Chained behind a stage: takes its triggers and sees its watermarks leave. Emits nothing. */
final class Probe extends AbstractStreamOperator<Long>
    implements OneInputStreamOperator<Long, Long> {

  private static final long serialVersionUID = 1L;

  private transient RunControl control;

  @Override
  public void open() throws Exception {
    super.open();
    control = RunControl.current();
    control.probeOpened();
  }

  @Override
  public void processElement(StreamRecord<Long> element) {
    control.trigger(element.getValue());
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    super.processWatermark(mark);
    long instant = mark.getTimestamp();
    if (instant == MarketSpec.LOAD_END) {
      control.loadPassed();
    } else if (instant > MarketSpec.LOAD_END && instant != Long.MAX_VALUE) {
      control.tickPassed(MarketSpec.tickOf(instant));
    }
  }
}
