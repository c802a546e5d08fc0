package io.plimsoll.jobs.market;

import io.plimsoll.jobs.codec.Fields;
import io.plimsoll.jobs.codec.VersionedSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes refusals. The reason by ordinal: its order is part of the format. */
public final class RefusalSerializer extends VersionedSerializer<Refusal> {

  private static final long serialVersionUID = 1L;

  public static final RefusalSerializer INSTANCE = new RefusalSerializer();

  private static final RefusalReason[] REASONS = RefusalReason.values();

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public void write(Refusal value, DataOutputView out) throws IOException {
    out.writeLong(value.instant());
    MarketEventSerializer.writeOrigin(value.origin(), out);
    Fields.writeEnum(value.reason(), out);
    Fields.writeText(value.detail(), out);
  }

  @Override
  public Refusal read(int version, DataInputView in) throws IOException {
    return new Refusal(
        in.readLong(),
        MarketEventSerializer.readOrigin(in),
        Fields.readEnum(REASONS, in),
        Fields.readText(in));
  }

  /** What Flink writes beside the values. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Refusal> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }
}
