package io.plimsoll.benchmarks.flink;

import io.plimsoll.benchmarks.market.MarketInstant;
import io.plimsoll.jobs.codec.Fields;
import io.plimsoll.jobs.codec.VersionedSerializer;
import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.jobs.loadfactor.AssetStateSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes instants of the market. */
public final class MarketInstantSerializer extends VersionedSerializer<MarketInstant> {

  private static final long serialVersionUID = 1L;

  public static final MarketInstantSerializer INSTANCE = new MarketInstantSerializer();

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public void write(MarketInstant instant, DataOutputView out) throws IOException {
    out.writeLong(instant.tick());
    Fields.writeCount(instant.states().size(), out);
    for (AssetState state : instant.states()) {
      AssetStateSerializer.INSTANCE.serialize(state, out);
    }
  }

  @Override
  public MarketInstant read(int version, DataInputView in) throws IOException {
    long tick = in.readLong();
    int count = Fields.readCount(in);
    List<AssetState> states = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      states.add(AssetStateSerializer.INSTANCE.deserialize(in));
    }
    return new MarketInstant(tick, states);
  }

  /** What Flink writes beside the values. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<MarketInstant> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }
}
