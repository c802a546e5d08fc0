package io.plimsoll.jobs.loadfactor;

import io.plimsoll.jobs.codec.Fields;
import io.plimsoll.jobs.codec.RiskConstants;
import io.plimsoll.jobs.codec.VersionedSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes asset states. */
public final class AssetStateSerializer extends VersionedSerializer<AssetState> {

  private static final long serialVersionUID = 1L;

  public static final AssetStateSerializer INSTANCE = new AssetStateSerializer();

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public void write(AssetState value, DataOutputView out) throws IOException {
    out.writeLong(value.instant());
    Fields.writeText(value.asset(), out);
    RiskConstants.MARK_STATUSES.write(value.status(), out);
    out.writeDouble(value.mid());
    out.writeDouble(value.low());
    out.writeDouble(value.high());
    out.writeDouble(value.exchangeRate());
    out.writeDouble(value.borrowIndex());
    out.writeDouble(value.volatility());
    out.writeDouble(value.loadFactor());
    out.writeBoolean(value.barClose());
  }

  @Override
  public AssetState read(int version, DataInputView in) throws IOException {
    return new AssetState(
        in.readLong(),
        Fields.readText(in),
        RiskConstants.MARK_STATUSES.read(in),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readBoolean());
  }

  /** What Flink writes beside the values. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<AssetState> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }
}
