package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.Route;
import io.plimsoll.jobs.alert.RouteState;
import io.plimsoll.jobs.codec.VersionedSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what a route remembers besides its episodes. */
public final class RouteMemorySerializer extends VersionedSerializer<RouteMemory> {

  private static final long serialVersionUID = 1L;

  public static final RouteMemorySerializer INSTANCE = new RouteMemorySerializer();

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public void write(RouteMemory value, DataOutputView out) throws IOException {
    RouteCodec.INSTANCE.write(value.route(), out);
    RouteState state = value.state();
    out.writeLong(state.windowEnd());
    out.writeInt(state.turns());
    out.writeBoolean(state.storm());
    out.writeLong(state.quietEnd());
    out.writeLong(state.repeatAt());
    out.writeLong(state.forgetAt());
  }

  @Override
  public RouteMemory read(int version, DataInputView in) throws IOException {
    Route route = RouteCodec.INSTANCE.read(version, in);
    return new RouteMemory(
        route,
        new RouteState(
            in.readLong(),
            in.readInt(),
            in.readBoolean(),
            in.readLong(),
            in.readLong(),
            in.readLong()));
  }

  /** What Flink writes beside the values. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<RouteMemory> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }
}
