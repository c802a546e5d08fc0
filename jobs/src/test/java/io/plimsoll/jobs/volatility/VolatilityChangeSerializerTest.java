package io.plimsoll.jobs.volatility;

import io.plimsoll.jobs.codec.SerializerContract;
import io.plimsoll.jobs.codec.VersionedSerializer;
import io.plimsoll.jobs.guard.MarkChange;
import io.plimsoll.risk.mark.MarkStatus;
import java.util.List;

class VolatilityChangeSerializerTest implements SerializerContract<VolatilityChange> {

  private static final MarkChange MARK =
      new MarkChange(
          1_583_020_800_000L, "ETH", MarkStatus.OK, 200.5, 200.25, 200.75, 1.125, 1, 0.5, true);

  @Override
  public VersionedSerializer<VolatilityChange> serializer() {
    return VolatilityChangeSerializer.INSTANCE;
  }

  @Override
  public String golden() {
    return "volatility-change";
  }

  @Override
  public List<VolatilityChange> samples() {
    return List.of(
        new VolatilityChange(MARK, 0.8),
        new VolatilityChange(MARK, 0.0),
        new VolatilityChange(MARK, Double.MAX_VALUE));
  }
}
