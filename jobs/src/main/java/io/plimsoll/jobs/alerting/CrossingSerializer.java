package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.Crossing;
import io.plimsoll.jobs.codec.CodecTypeInfo;
import io.plimsoll.jobs.codec.VersionedSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes crossings between tasks. */
public final class CrossingSerializer extends VersionedSerializer<Crossing> {

  private static final long serialVersionUID = 1L;

  public static final CrossingSerializer INSTANCE = new CrossingSerializer();

  static final TypeInformation<Crossing> TYPE = new CodecTypeInfo<>(Crossing.class, INSTANCE);

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public void write(Crossing value, DataOutputView out) throws IOException {
    CrossingCodec.INSTANCE.write(value, out);
  }

  @Override
  public Crossing read(int version, DataInputView in) throws IOException {
    return CrossingCodec.INSTANCE.read(version, in);
  }

  /** What Flink writes beside the values. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Crossing> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }
}
