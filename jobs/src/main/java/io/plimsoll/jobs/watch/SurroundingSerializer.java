package io.plimsoll.jobs.watch;

import io.plimsoll.jobs.codec.IntakeSerializer;
import io.plimsoll.jobs.codec.VersionedSerializer;
import io.plimsoll.jobs.loadfactor.AssetStateSerializer;
import io.plimsoll.jobs.market.VenueReading;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what accounts are judged against. */
public final class SurroundingSerializer extends VersionedSerializer<Surrounding> {

  private static final long serialVersionUID = 1L;

  public static final SurroundingSerializer INSTANCE = new SurroundingSerializer();

  private static final int ASSET = 1;
  private static final int VENUE = 2;

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public void write(Surrounding value, DataOutputView out) throws IOException {
    if (value instanceof Surrounding.Asset asset) {
      out.writeByte(ASSET);
      AssetStateSerializer.INSTANCE.serialize(asset.state(), out);
    } else if (value instanceof Surrounding.Venue venue) {
      out.writeByte(VENUE);
      IntakeSerializer.INSTANCE.serialize(venue.reading(), out);
    } else {
      throw new IOException("no tag for " + value);
    }
  }

  @Override
  public Surrounding read(int version, DataInputView in) throws IOException {
    int tag = in.readByte();
    return switch (tag) {
      case ASSET -> new Surrounding.Asset(AssetStateSerializer.INSTANCE.deserialize(in));
      case VENUE -> new Surrounding.Venue(IntakeSerializer.of(VenueReading.class).deserialize(in));
      default -> throw new IOException("no surrounding has the tag " + tag);
    };
  }

  /** What Flink writes beside the values. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Surrounding> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }
}
