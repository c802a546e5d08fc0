package io.plimsoll.jobs.kafka;

import io.plimsoll.contract.MarkStatus;
import io.plimsoll.jobs.loadfactor.AssetState;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** Asset states as the contract has them. */
final class StateRecords {

  private StateRecords() {}

  static SpecificRecord of(AssetState state) {
    return io.plimsoll.contract.AssetState.newBuilder()
        .setInstant(Instant.ofEpochMilli(state.instant()))
        .setAsset(state.asset())
        .setMid(state.mid())
        .setLow(state.low())
        .setHigh(state.high())
        .setStatus(MarkStatus.valueOf(state.status().name()))
        .setVolatility(state.volatility())
        .setLoadFactor(state.loadFactor())
        .build();
  }
}
