package io.plimsoll.jobs.volatility;

import io.plimsoll.jobs.codec.Codec;
import io.plimsoll.jobs.codec.Fields;
import io.plimsoll.risk.volatility.VolatilityState;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes the estimators and the returns of the window. */
enum VolatilityStateCodec implements Codec<VolatilityState> {
  INSTANCE;

  @Override
  public void write(VolatilityState state, DataOutputView out) throws IOException {
    out.writeDouble(state.lastClose);
    out.writeLong(state.firstCloseInstant);
    Fields.writeWhole(state.barsSinceClose, out);
    out.writeDouble(state.variance);
    out.writeBoolean(state.hasReturn);
    out.writeDouble(state.volatility);
    Fields.writeCount(state.returns(), out);
    for (int i = 0; i < state.returns(); i++) {
      out.writeLong(state.closeInstant(i));
      out.writeDouble(state.squaredReturn(i));
    }
  }

  @Override
  public VolatilityState read(int version, DataInputView in) throws IOException {
    VolatilityState state = new VolatilityState();
    state.lastClose = in.readDouble();
    state.firstCloseInstant = in.readLong();
    state.barsSinceClose = Fields.readWhole(in);
    state.variance = in.readDouble();
    state.hasReturn = in.readBoolean();
    state.volatility = in.readDouble();
    int returns = Fields.readCount(in);
    for (int i = 0; i < returns; i++) {
      long instant = in.readLong();
      state.addReturn(instant, in.readDouble());
    }
    return state;
  }
}
