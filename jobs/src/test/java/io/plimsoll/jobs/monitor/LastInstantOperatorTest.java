package io.plimsoll.jobs.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.codec.IntakeSerializer;
import io.plimsoll.jobs.market.Heartbeat;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.Quote;
import java.util.List;
import java.util.Queue;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // closing may be interrupted
class LastInstantOperatorTest {

  private static final long T = 1_583_020_800_000L;

  private static OneInputStreamOperatorTestHarness<Intake, Intake> harness() throws Exception {
    OneInputStreamOperatorTestHarness<Intake, Intake> harness =
        new OneInputStreamOperatorTestHarness<>(new LastInstantOperator());
    harness.setup(IntakeSerializer.INSTANCE);
    return harness;
  }

  private static void quote(OneInputStreamOperatorTestHarness<Intake, Intake> harness, long instant)
      throws Exception {
    harness.processElement(
        new StreamRecord<>(
            new Quote(new Origin("quotes-0", 1, ""), instant, "ETH", "", 200.5, 0, 7), instant));
  }

  private static List<Long> watermarks(Queue<Object> output) {
    return output.stream()
        .filter(Watermark.class::isInstance)
        .map(mark -> ((Watermark) mark).getTimestamp())
        .toList();
  }

  @Test
  void theEndComesAfterTheLastInstant() throws Exception {
    try (OneInputStreamOperatorTestHarness<Intake, Intake> harness = harness()) {
      harness.open();
      quote(harness, T);
      harness.processWatermark(T - 201);
      harness.processWatermark(Long.MAX_VALUE);

      assertThat(watermarks(harness.getOutput())).containsExactly(T - 201, T, Long.MAX_VALUE);
    }
  }

  @Test
  void aHeartbeatBeyondTheLastInstantLetsNothingFallDue() throws Exception {
    try (OneInputStreamOperatorTestHarness<Intake, Intake> harness = harness()) {
      harness.open();
      quote(harness, T);
      harness.processElement(new StreamRecord<>(new Heartbeat(T + 60_000), T + 60_000));
      harness.processWatermark(T + 60_000);
      harness.processWatermark(T + 120_000);
      quote(harness, T + 180_000);
      harness.processWatermark(T + 130_000);
      harness.processWatermark(Long.MAX_VALUE);

      assertThat(watermarks(harness.getOutput()))
          .containsExactly(T, T + 130_000, T + 180_000, Long.MAX_VALUE);
    }
  }

  @Test
  void theLastInstantSurvivesARestart() throws Exception {
    OperatorSubtaskState state;
    try (OneInputStreamOperatorTestHarness<Intake, Intake> before = harness()) {
      before.open();
      quote(before, T);
      state = before.snapshot(1, 1);
    }
    try (OneInputStreamOperatorTestHarness<Intake, Intake> after = harness()) {
      after.initializeState(state);
      after.open();
      after.processWatermark(Long.MAX_VALUE);

      assertThat(watermarks(after.getOutput())).containsExactly(T, Long.MAX_VALUE);
    }
  }
}
