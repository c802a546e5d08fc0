package io.plimsoll.jobs.loadfactor;

import io.plimsoll.jobs.asset.StateCodecContract;
import io.plimsoll.jobs.codec.Codec;
import java.util.List;

class LoadFactorStateCodecTest implements StateCodecContract<LoadFactorState> {

  @Override
  public Codec<LoadFactorState> codec() {
    return LoadFactorState.StateCodec.INSTANCE;
  }

  @Override
  public String golden() {
    return "load-factor-state";
  }

  @Override
  public List<LoadFactorState> samples() {
    LoadFactorState tightened = new LoadFactorState();
    tightened.loadFactor = 0.875;
    return List.of(new LoadFactorState(), tightened);
  }
}
