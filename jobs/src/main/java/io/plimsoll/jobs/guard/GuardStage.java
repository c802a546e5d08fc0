package io.plimsoll.jobs.guard;

import io.plimsoll.jobs.asset.ByAsset;
import io.plimsoll.jobs.codec.CodecTypeInfo;
import io.plimsoll.jobs.graph.Refusals;
import io.plimsoll.jobs.graph.Uids;
import io.plimsoll.jobs.market.AssetReading;
import io.plimsoll.risk.parameters.RiskParameters;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Wires stage 1: readings to their asset, the guard on them. */
public final class GuardStage {

  private GuardStage() {}

  /** Marks of all assets, in event-time order per asset; refusals under {@link Refusals#TAG}. */
  public static SingleOutputStreamOperator<MarkChange> attach(
      DataStream<AssetReading> readings, RiskParameters parameters) {
    return byAsset(readings)
        .transform(
            "1 oracle guard",
            new CodecTypeInfo<>(MarkChange.class, MarkChangeSerializer.INSTANCE),
            new GuardOperator(parameters, Refusals.TAG))
        .uid(Uids.GUARD);
  }

  /** From one subtask to one there is nothing to part: without an exchange the two chain. */
  private static DataStream<AssetReading> byAsset(DataStream<AssetReading> readings) {
    boolean alone =
        readings.getParallelism() == 1 && readings.getExecutionEnvironment().getParallelism() == 1;
    return alone ? readings : readings.partitionCustom(ByAsset.INSTANCE, AssetReading::asset);
  }
}
