package io.plimsoll.jobs.volatility;

import io.plimsoll.jobs.asset.StateCodecContract;
import io.plimsoll.jobs.codec.Codec;
import io.plimsoll.risk.volatility.VolatilityState;
import java.util.List;

class VolatilityStateCodecTest implements StateCodecContract<VolatilityState> {

  private static final long T = 1_583_020_800_000L;

  @Override
  public Codec<VolatilityState> codec() {
    return VolatilityStateCodec.INSTANCE;
  }

  @Override
  public String golden() {
    return "volatility-state";
  }

  @Override
  public List<VolatilityState> samples() {
    VolatilityState full = new VolatilityState();
    full.lastClose = 200.5;
    full.firstCloseInstant = T;
    full.barsSinceClose = 3;
    full.variance = 1.25e-6;
    full.hasReturn = true;
    full.volatility = 0.8125;
    for (int bar = 1; bar <= 20; bar++) { // more than the state has room for at first
      full.addReturn(T + bar * 60_000L, bar * 1e-6);
    }
    return List.of(new VolatilityState(), full);
  }
}
