package io.plimsoll.jobs.codec;

import io.plimsoll.jobs.market.AssetReading;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.jobs.market.VenueStress;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes readings between tasks. */
public final class AssetReadingSerializer extends VersionedSerializer<AssetReading> {

  private static final long serialVersionUID = 1L;

  public static final AssetReadingSerializer INSTANCE = new AssetReadingSerializer();

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public void write(AssetReading value, DataOutputView out) throws IOException {
    Fields.writeText(value.asset(), out);
    IntakeSerializer.of(MarketEvent.class).serialize(value.event(), out);
  }

  @Override
  public AssetReading read(int version, DataInputView in) throws IOException {
    String asset = Fields.readText(in);
    MarketEvent event = IntakeSerializer.of(MarketEvent.class).deserialize(in);
    if (event instanceof VenueReading reading) {
      return new VenueStress(asset, reading);
    }
    if (event instanceof AssetReading reading) {
      return reading;
    }
    throw new IOException("no reading of an asset is " + event);
  }

  /** What Flink writes beside the values. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<AssetReading> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }
}
