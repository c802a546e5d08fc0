package io.plimsoll.jobs.asset;

import io.plimsoll.jobs.graph.Refusals;
import io.plimsoll.jobs.market.Refusal;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** One subtask of an operator parted by asset, fed by hand. */
public final class AssetHarness<I, O> {

  static final int MAX_PARALLELISM = 16;

  private final OneInputStreamOperatorTestHarness<I, O> harness;
  private final int parallelism;
  private final int subtask;

  /** A subtask that is yet to be started or restored. */
  public AssetHarness(
      AssetOperator<I, ?, O> operator, TypeSerializer<O> out, int parallelism, int subtask)
      throws Exception {
    this.parallelism = parallelism;
    this.subtask = subtask;
    harness =
        new OneInputStreamOperatorTestHarness<>(operator, MAX_PARALLELISM, parallelism, subtask);
    harness.setup(out);
  }

  public void start() throws Exception {
    harness.open();
  }

  /** Starts from the snapshot of an only subtask. */
  public void restore(OperatorSubtaskState snapshot) throws Exception {
    harness.initializeState(
        AbstractStreamOperatorTestHarness.repartitionOperatorState(
            snapshot, MAX_PARALLELISM, 1, parallelism, subtask));
    harness.open();
  }

  /** Takes a value that was written to its topic at a time. */
  public void process(I value, long arrival) throws Exception {
    harness.processElement(new StreamRecord<>(value, arrival));
  }

  public void watermark(long instant) throws Exception {
    harness.processWatermark(instant);
  }

  /** All that went out so far. */
  public List<O> output() {
    return harness.extractOutputValues();
  }

  /** When what went out had arrived. */
  public List<Long> arrivals() {
    return harness.getRecordOutput().stream().map(StreamRecord::getTimestamp).toList();
  }

  /** All that was refused so far. */
  public List<Refusal> refusals() {
    var refused = harness.getSideOutput(Refusals.TAG);
    return refused == null ? List.of() : refused.stream().map(StreamRecord::getValue).toList();
  }

  public OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(1, 1);
  }

  public void close() throws Exception {
    harness.close();
  }
}
