package io.plimsoll.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.Fixture;
import io.plimsoll.jobs.intake.RowKind;
import io.plimsoll.jobs.market.Heartbeat;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.wire.SingleObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.NoWatermarksGenerator;
import org.apache.flink.api.common.eventtime.RecordTimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkOutputMultiplexer;
import org.apache.flink.api.common.eventtime.WatermarksWithIdleness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.streaming.api.operators.source.SourceOutputWithWatermarks;
import org.apache.flink.streaming.runtime.io.PushingAsyncDataInput;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.clock.ManualClock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** One partition before Flink's own outputs, with its timer of idleness. */
class JudgedOutputTest {

  private static final long T = 1_583_971_200_000L;
  private static final Duration IDLE_AFTER = Duration.ofSeconds(1);
  private static final SingleObject FORMAT = new SingleObject(List.of());

  private final ManualClock clock = new ManualClock(1);
  private final List<Object> emitted = new ArrayList<>();
  private final FlinkOutputs flink = new FlinkOutputs();
  private final SimpleCounter refused = new SimpleCounter();
  private final SourceOutput<ConsumerRecord<byte[], byte[]>> partition =
      new JudgedOutput(
              flink,
              split ->
                  new PartitionIntake(
                      split,
                      RowKind.STRESS,
                      Fixture.parameters(),
                      new ReadOptions(FORMAT, 200, 1_000),
                      PartitionClock.START),
              refused)
          .createOutputForSplit("stress-0");

  /** What {@code SourceOperator} makes of a split: idle and watermarks go to one multiplexer. */
  private final class FlinkOutputs
      implements ReaderOutput<Intake>, WatermarkOutput, PushingAsyncDataInput.DataOutput<Intake> {

    private final WatermarkOutputMultiplexer multiplexer = new WatermarkOutputMultiplexer(this);
    private SourceOutputWithWatermarks<Intake> split;

    @Override
    public SourceOutput<Intake> createOutputForSplit(String id) {
      multiplexer.registerNewOutput(id);
      split =
          SourceOutputWithWatermarks.createWithSeparateOutputs(
              this,
              multiplexer.getImmediateOutput(id),
              multiplexer.getDeferredOutput(id),
              new RecordTimestampAssigner<>(),
              new WatermarksWithIdleness<>(new NoWatermarksGenerator<>(), IDLE_AFTER, clock));
      return split;
    }

    void pass(Duration time) {
      clock.advanceTime(time);
      split.emitPeriodicWatermark();
      multiplexer.onPeriodicEmit();
    }

    @Override
    public void emitRecord(StreamRecord<Intake> record) {
      emitted.add(record.getValue());
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      emitted.add(watermark.getTimestamp());
    }

    @Override
    public void markIdle() {
      emitted.add("idle");
    }

    @Override
    public void markActive() {
      emitted.add("active");
    }

    @Override
    public void releaseOutputForSplit(String id) {}

    @Override
    public void collect(Intake intake) {
      emitted.add(intake);
    }

    @Override
    public void collect(Intake intake, long timestamp) {
      collect(intake);
    }

    @Override
    public void emitWatermark(org.apache.flink.streaming.api.watermark.Watermark watermark) {
      throw new AssertionError("goes through the multiplexer");
    }

    @Override
    public void emitWatermarkStatus(WatermarkStatus status) {
      throw new AssertionError("goes through the multiplexer");
    }

    @Override
    public void emitLatencyMarker(LatencyMarker marker) {
      throw new AssertionError("none is sent");
    }

    @Override
    public void emitRecordAttributes(RecordAttributes attributes) {
      throw new AssertionError("none are sent");
    }

    @Override
    public void emitWatermark(org.apache.flink.runtime.event.WatermarkEvent watermark) {
      throw new AssertionError("none is sent");
    }
  }

  private void heartbeat(long upTo) throws IOException {
    io.plimsoll.contract.Heartbeat heartbeat =
        io.plimsoll.contract.Heartbeat.newBuilder().setUpTo(Instant.ofEpochMilli(upTo)).build();
    byte[] value = FORMAT.encoder(heartbeat.getSchema()).encode(heartbeat);
    partition.collect(new ConsumerRecord<>("stress", 0, 0, new byte[0], value));
  }

  @Test
  void aPartitionWithoutHeartbeatsFallsIdle() throws IOException {
    heartbeat(T);
    for (int i = 0; i < 4; i++) {
      flink.pass(Duration.ofMillis(600));
    }

    assertThat(emitted).startsWith(new Heartbeat(T), T).contains("idle");
  }

  @Test
  void heartbeatsAloneKeepItAwake() throws IOException {
    List<Object> expected = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      heartbeat(T + i);
      expected.add(new Heartbeat(T + i));
      expected.add(T + i);
      flink.pass(Duration.ofMillis(600));
    }

    assertThat(emitted).isEqualTo(expected);
    assertThat(refused.getCount()).isZero();
  }

  @Test
  void theSameHeartbeatAgainWakesItAndItHoldsBackAgain() throws IOException {
    heartbeat(T);
    for (int i = 0; i < 4; i++) {
      flink.pass(Duration.ofMillis(600));
    }
    emitted.clear();

    heartbeat(T);
    flink.pass(Duration.ofMillis(600));

    assertThat(emitted).containsExactly(new Heartbeat(T));
  }
}
