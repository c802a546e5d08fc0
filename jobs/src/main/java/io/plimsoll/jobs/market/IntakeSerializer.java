package io.plimsoll.jobs.market;

import io.plimsoll.jobs.codec.VersionedSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what a source emits. */
public final class IntakeSerializer extends VersionedSerializer<Intake> {

  private static final long serialVersionUID = 1L;

  public static final IntakeSerializer INSTANCE = new IntakeSerializer();

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public void write(Intake value, DataOutputView out) throws IOException {
    if (value instanceof Refusal refusal) {
      out.writeBoolean(true);
      RefusalSerializer.INSTANCE.serialize(refusal, out);
    } else if (value instanceof MarketEvent event) {
      out.writeBoolean(false);
      MarketEventSerializer.INSTANCE.serialize(event, out);
    }
  }

  @Override
  public Intake read(int version, DataInputView in) throws IOException {
    return in.readBoolean()
        ? RefusalSerializer.INSTANCE.deserialize(in)
        : MarketEventSerializer.INSTANCE.deserialize(in);
  }

  /** What Flink writes beside the values. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Intake> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }
}
