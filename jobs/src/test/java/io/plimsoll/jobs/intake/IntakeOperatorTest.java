package io.plimsoll.jobs.intake;

import static io.plimsoll.jobs.Fixture.asset;
import static io.plimsoll.jobs.Fixture.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.codec.AssetReadingSerializer;
import io.plimsoll.jobs.market.AssetReading;
import io.plimsoll.jobs.market.Heartbeat;
import io.plimsoll.jobs.market.IndexReading;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.jobs.market.Quote;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.jobs.market.VenueStatus;
import io.plimsoll.jobs.market.VenueStress;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.parameters.RiskParameters;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntakeOperatorTest {

  private static final long T = 1_583_020_800_000L;
  private static final Origin ORIGIN = new Origin("rows.csv", 2, "");
  private static final RiskParameters PARAMETERS =
      parameters(
          asset("ETH", "0.8"),
          asset("SOL", "0.7").withVenue("l2"),
          asset("ARB", "0.6").withVenue("l2"));

  private OneInputStreamOperatorTestHarness<Intake, AssetReading> harness;

  @BeforeEach
  void start() throws Exception {
    harness = new OneInputStreamOperatorTestHarness<>(new IntakeOperator(PARAMETERS));
    harness.setup(AssetReadingSerializer.INSTANCE);
    harness.open();
  }

  @AfterEach
  void end() throws Exception {
    harness.close();
  }

  private void send(Intake intake) throws Exception {
    harness.processElement(new StreamRecord<>(intake, intake.instant()));
  }

  private List<Intake> aside() {
    Collection<StreamRecord<Intake>> records = harness.getSideOutput(IntakeStage.ASIDE);
    return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
  }

  private static VenueReading venue(double stress, VenueStatus status) {
    return new VenueReading(ORIGIN, T, "l2", stress, status);
  }

  private static PositionUpdate position(long timestamp) {
    return new PositionUpdate(
        ORIGIN,
        T,
        timestamp,
        "alice",
        "main",
        "ETH",
        Kind.COLLATERAL,
        BigDecimal.ONE,
        BigDecimal.ZERO,
        Origin.NO_SEQUENCE);
  }

  @Test
  void quotesAndIndicesGoToTheirAssets() throws Exception {
    Quote quote = new Quote(ORIGIN, T, "ETH", "a", 200.5, 0.25, 7);
    IndexReading index = new IndexReading(ORIGIN, T, "SOL", 1.1, Double.NaN);
    send(quote);
    send(index);

    assertThat(harness.extractOutputValues()).containsExactly(quote, index);
    assertThat(aside()).isEmpty();
  }

  @Test
  void aVenuesStressGoesToEachOfItsAssetsAndToNoOther() throws Exception {
    VenueReading stress = venue(0.5, VenueStatus.UNTOLD);
    send(stress);

    assertThat(harness.extractOutputValues())
        .containsExactlyInAnyOrder(new VenueStress("SOL", stress), new VenueStress("ARB", stress));
    assertThat(aside()).isEmpty();
  }

  @Test
  void aStatusGoesByTheSideWithOrWithoutStress() throws Exception {
    VenueReading down = venue(Double.NaN, VenueStatus.DOWN);
    VenueReading both = venue(0.5, VenueStatus.UP);
    send(down);
    send(both);

    assertThat(aside()).containsExactly(down, both);
    assertThat(harness.extractOutputValues())
        .extracting(AssetReading::event)
        .containsExactly(both, both);
  }

  @Test
  void updatesLeaveByTheSideAndTheLateAreCounted() throws Exception {
    send(position(T));
    send(position(T - 1));

    assertThat(aside()).containsExactly(position(T), position(T - 1));
    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(counted(IntakeStage.ROWS)).isEqualTo(2L);
    assertThat(counted(IntakeStage.LATE)).isEqualTo(1L);
    assertThat(counted(IntakeStage.EVENT_TIME)).isEqualTo(T);
  }

  /** A refusal's instant is where its file stood: it says nothing of how far event time is. */
  @Test
  void refusalsLeaveByTheSide() throws Exception {
    Refusal refusal = new Refusal(T, ORIGIN, RefusalReason.MALFORMED, "price \"x\": a number");
    send(refusal);

    assertThat(aside()).containsExactly(refusal);
    assertThat(counted(IntakeStage.ROWS)).isEqualTo(1L);
    assertThat(counted(IntakeStage.EVENT_TIME)).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void aHeartbeatIsNoRowAndGoesNoFurther() throws Exception {
    send(new Heartbeat(T));

    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(aside()).isEmpty();
    assertThat(counted(IntakeStage.ROWS)).isEqualTo(0L);
    assertThat(counted(IntakeStage.EVENT_TIME)).isEqualTo(Long.MIN_VALUE);
  }

  private Object counted(String name) {
    return harness.getEnvironment().getAccumulatorRegistry().getUserMap().get(name).getLocalValue();
  }
}
