package io.plimsoll.jobs.loadfactor;

import io.plimsoll.jobs.codec.CodecTypeInfo;
import io.plimsoll.jobs.graph.Uids;
import io.plimsoll.jobs.volatility.VolatilityChange;
import io.plimsoll.risk.parameters.RiskParameters;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Wires stage 3. */
public final class LoadFactorStage {

  private LoadFactorStage() {}

  /**
   * Completes the state of every asset.
   *
   * @param volatilities parted by asset
   */
  public static DataStream<AssetState> attach(
      DataStream<VolatilityChange> volatilities, RiskParameters parameters) {
    return volatilities
        .transform(
            "3 load factor",
            new CodecTypeInfo<>(AssetState.class, AssetStateSerializer.INSTANCE),
            new LoadFactorOperator(parameters))
        .uid(Uids.LOAD_FACTOR);
  }
}
