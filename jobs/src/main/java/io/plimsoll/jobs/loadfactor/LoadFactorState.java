package io.plimsoll.jobs.loadfactor;

import io.plimsoll.jobs.codec.Codec;
import io.plimsoll.risk.loadfactor.LoadFactorPolicy;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What is kept of one asset: g. Mutable. */
final class LoadFactorState {

  double loadFactor = LoadFactorPolicy.AT_REST;

  /** Writes the one number. */
  enum StateCodec implements Codec<LoadFactorState> {
    INSTANCE;

    @Override
    public void write(LoadFactorState state, DataOutputView out) throws IOException {
      out.writeDouble(state.loadFactor);
    }

    @Override
    public LoadFactorState read(int version, DataInputView in) throws IOException {
      LoadFactorState state = new LoadFactorState();
      state.loadFactor = in.readDouble();
      return state;
    }
  }
}
