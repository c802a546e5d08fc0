package io.plimsoll.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.codec.IntakeSerializer;
import io.plimsoll.jobs.graph.Refusals;
import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.jobs.market.SettingsUpdate;
import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.jobs.market.VenueStatus;
import io.plimsoll.risk.account.Settings;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class AsideOperatorTest {

  private static final long T = 1_583_020_800_000L;
  private static final Origin ORIGIN = new Origin("rows.csv", 2, "");

  @Test
  void partsByKind() throws Exception {
    AccountUpdate update = new SettingsUpdate(ORIGIN, T, T, "alice", Settings.DEFAULTS);
    VenueReading status = new VenueReading(ORIGIN, T, "l2", Double.NaN, VenueStatus.DOWN);
    Refusal refusal = new Refusal(T, ORIGIN, RefusalReason.MALFORMED, "price \"x\": a number");
    OneInputStreamOperatorTestHarness<Intake, AccountUpdate> harness =
        new OneInputStreamOperatorTestHarness<>(new AsideOperator());
    try {
      harness.setup(IntakeSerializer.of(AccountUpdate.class));
      harness.open();
      for (Intake intake : List.<Intake>of(update, status, refusal)) {
        harness.processElement(new StreamRecord<>(intake, T));
      }

      assertThat(harness.extractOutputValues()).containsExactly(update);
      assertThat(harness.getSideOutput(IntakeStage.STATUSES))
          .extracting(StreamRecord::getValue)
          .containsExactly(status);
      assertThat(harness.getSideOutput(Refusals.TAG))
          .extracting(StreamRecord::getValue)
          .containsExactly(refusal);
    } finally {
      harness.close();
    }
  }
}
