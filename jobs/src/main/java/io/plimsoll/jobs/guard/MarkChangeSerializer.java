package io.plimsoll.jobs.guard;

import io.plimsoll.jobs.codec.Fields;
import io.plimsoll.jobs.codec.RiskConstants;
import io.plimsoll.jobs.codec.VersionedSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes mark changes between tasks. */
public final class MarkChangeSerializer extends VersionedSerializer<MarkChange> {

  private static final long serialVersionUID = 1L;

  public static final MarkChangeSerializer INSTANCE = new MarkChangeSerializer();

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public void write(MarkChange value, DataOutputView out) throws IOException {
    out.writeLong(value.instant());
    Fields.writeText(value.asset(), out);
    RiskConstants.MARK_STATUSES.write(value.status(), out);
    out.writeDouble(value.mid());
    out.writeDouble(value.low());
    out.writeDouble(value.high());
    out.writeDouble(value.exchangeRate());
    out.writeDouble(value.borrowIndex());
    out.writeDouble(value.stress());
    out.writeBoolean(value.barClose());
  }

  @Override
  public MarkChange read(int version, DataInputView in) throws IOException {
    return new MarkChange(
        in.readLong(),
        Fields.readText(in),
        RiskConstants.MARK_STATUSES.read(in),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readBoolean());
  }

  /** What Flink writes beside the values. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<MarkChange> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }
}
