package io.plimsoll.jobs.loadfactor;

import io.plimsoll.jobs.codec.SerializerContract;
import io.plimsoll.jobs.codec.VersionedSerializer;
import io.plimsoll.risk.mark.MarkStatus;
import java.util.ArrayList;
import java.util.List;

class AssetStateSerializerTest implements SerializerContract<AssetState> {

  @Override
  public VersionedSerializer<AssetState> serializer() {
    return AssetStateSerializer.INSTANCE;
  }

  @Override
  public String golden() {
    return "asset-state";
  }

  @Override
  public List<AssetState> samples() {
    List<AssetState> all = new ArrayList<>();
    for (MarkStatus status : MarkStatus.values()) {
      all.add(
          new AssetState(
              1_583_020_800_000L,
              "\uD83D\uDEA2",
              status,
              200.5,
              200.25,
              200.75,
              1.125,
              1.0625,
              0.8125,
              0.875,
              status == MarkStatus.OK));
    }
    all.add(
        new AssetState(
            Long.MIN_VALUE,
            "",
            MarkStatus.OK,
            Double.MIN_VALUE,
            -0.0,
            Double.MAX_VALUE,
            1,
            1,
            0,
            1,
            false));
    return all;
  }
}
