package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.Crossing;
import io.plimsoll.jobs.alert.Route;
import io.plimsoll.jobs.codec.CodecTypeInfo;
import io.plimsoll.jobs.codec.Fields;
import io.plimsoll.jobs.codec.VersionedSerializer;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what a route is told, between tasks. */
public final class RoutedSerializer extends VersionedSerializer<Routed> {

  private static final long serialVersionUID = 1L;

  public static final RoutedSerializer INSTANCE = new RoutedSerializer();

  static final TypeInformation<Routed> TYPE = new CodecTypeInfo<>(Routed.class, INSTANCE);

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public void write(Routed value, DataOutputView out) throws IOException {
    Fields.writeText(value.name(), out);
    out.writeBoolean(value.route().isPresent());
    if (value.route().isPresent()) {
      RouteCodec.INSTANCE.write(value.route().orElseThrow(), out);
    }
    out.writeBoolean(value.crossing().isPresent());
    if (value.crossing().isPresent()) {
      CrossingCodec.INSTANCE.write(value.crossing().orElseThrow(), out);
    }
  }

  @Override
  public Routed read(int version, DataInputView in) throws IOException {
    String name = Fields.readText(in);
    Optional<Route> route =
        in.readBoolean() ? Optional.of(RouteCodec.INSTANCE.read(version, in)) : Optional.empty();
    Optional<Crossing> crossing =
        in.readBoolean() ? Optional.of(CrossingCodec.INSTANCE.read(version, in)) : Optional.empty();
    return new Routed(name, route, crossing);
  }

  /** What Flink writes beside the values. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Routed> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }
}
