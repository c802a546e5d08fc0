package io.plimsoll.jobs.volatility;

import io.plimsoll.jobs.codec.VersionedSerializer;
import io.plimsoll.jobs.guard.MarkChangeSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes volatility changes between tasks. */
public final class VolatilityChangeSerializer extends VersionedSerializer<VolatilityChange> {

  private static final long serialVersionUID = 1L;

  public static final VolatilityChangeSerializer INSTANCE = new VolatilityChangeSerializer();

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public void write(VolatilityChange value, DataOutputView out) throws IOException {
    MarkChangeSerializer.INSTANCE.serialize(value.mark(), out);
    out.writeDouble(value.volatility());
  }

  @Override
  public VolatilityChange read(int version, DataInputView in) throws IOException {
    return new VolatilityChange(MarkChangeSerializer.INSTANCE.deserialize(in), in.readDouble());
  }

  /** What Flink writes beside the values. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<VolatilityChange> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }
}
