package io.plimsoll.jobs.volatility;

import io.plimsoll.jobs.codec.CodecTypeInfo;
import io.plimsoll.jobs.graph.Uids;
import io.plimsoll.jobs.guard.MarkChange;
import io.plimsoll.risk.parameters.RiskParameters;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Wires stage 2. */
public final class VolatilityStage {

  private VolatilityStage() {}

  /**
   * Adds volatility to every change of a mark.
   *
   * @param marks parted by asset
   */
  public static DataStream<VolatilityChange> attach(
      DataStream<MarkChange> marks, RiskParameters parameters) {
    return marks
        .transform(
            "2 volatility",
            new CodecTypeInfo<>(VolatilityChange.class, VolatilityChangeSerializer.INSTANCE),
            new VolatilityOperator(parameters))
        .uid(Uids.VOLATILITY);
  }
}
