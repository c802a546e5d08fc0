package io.plimsoll.jobs.intake;

import io.plimsoll.jobs.codec.AssetReadingSerializer;
import io.plimsoll.jobs.codec.CodecTypeInfo;
import io.plimsoll.jobs.codec.IntakeSerializer;
import io.plimsoll.jobs.graph.Refusals;
import io.plimsoll.jobs.graph.Uids;
import io.plimsoll.jobs.market.AccountUpdate;
import io.plimsoll.jobs.market.AssetReading;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.risk.parameters.RiskParameters;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/** Wires the way in: what a source accepted goes on, what it refused leaves by the side door. */
public final class IntakeStage {

  /**
   * Accumulators: rows read, rows accepted that count later than their own time, latest instant
   * reached.
   */
  public static final String ROWS = "rows";

  public static final String LATE = "late";
  public static final String EVENT_TIME = "event-time";

  static final OutputTag<Intake> ASIDE =
      new OutputTag<>("aside", IntakeSerializer.typeOf(Intake.class));

  static final OutputTag<VenueReading> STATUSES =
      new OutputTag<>("venue-statuses", IntakeSerializer.typeOf(VenueReading.class));

  /**
   * What a source emitted, by whom it concerns.
   *
   * @param readings of assets; a venue's stress once for each asset of it
   * @param updates of accounts
   * @param statuses of venues, where one was told
   * @param refused rows
   */
  public record Parts(
      DataStream<AssetReading> readings,
      DataStream<AccountUpdate> updates,
      DataStream<VenueReading> statuses,
      DataStream<Refusal> refused) {}

  private IntakeStage() {}

  /** Parts the intake. */
  public static Parts attach(DataStream<Intake> intake, RiskParameters parameters) {
    SingleOutputStreamOperator<AssetReading> readings =
        intake
            .transform(
                "intake",
                new CodecTypeInfo<>(AssetReading.class, AssetReadingSerializer.INSTANCE),
                new IntakeOperator(parameters))
            .uid(Uids.INTAKE)
            .setParallelism(intake.getParallelism()); // chained to its source
    SingleOutputStreamOperator<AccountUpdate> updates =
        readings
            .getSideOutput(ASIDE)
            .transform(
                "accounts and venues",
                IntakeSerializer.typeOf(AccountUpdate.class),
                new AsideOperator())
            .uid(Uids.ASIDES)
            .setParallelism(intake.getParallelism());
    return new Parts(
        readings, updates, updates.getSideOutput(STATUSES), updates.getSideOutput(Refusals.TAG));
  }
}
