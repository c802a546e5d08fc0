package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.Episode;
import io.plimsoll.jobs.alert.Episode.Told;
import io.plimsoll.jobs.alert.Episode.Waiting;
import io.plimsoll.jobs.codec.Constants;
import io.plimsoll.jobs.codec.Fields;
import io.plimsoll.jobs.codec.RiskConstants;
import io.plimsoll.jobs.codec.VersionedSerializer;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what a route remembers of an account. */
public final class EpisodeSerializer extends VersionedSerializer<Episode> {

  private static final long serialVersionUID = 1L;

  public static final EpisodeSerializer INSTANCE = new EpisodeSerializer();

  private static final Constants<Told> TOLD =
      Constants.of(Told.class, List.of(Told.NOT_YET, Told.ALONE, Told.IN_A_DIGEST));

  private static final Constants<Waiting> WAITING =
      Constants.of(
          Waiting.class,
          List.of(Waiting.FOR_NOTHING, Waiting.FOR_THE_WINDOW, Waiting.FOR_THE_END_OF_QUIET_HOURS));

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public void write(Episode value, DataOutputView out) throws IOException {
    Fields.writeText(value.id(), out);
    out.writeLong(value.openedAt());
    out.writeBoolean(value.open());
    CrossingCodec.INSTANCE.write(value.last(), out);
    TOLD.write(value.told(), out);
    RiskConstants.LEVELS.write(value.toldLevel(), out);
    Fields.writeText(value.alert(), out);
    WAITING.write(value.waiting(), out);
    out.writeLong(value.heardAt());
  }

  @Override
  public Episode read(int version, DataInputView in) throws IOException {
    return new Episode(
        Fields.readText(in),
        in.readLong(),
        in.readBoolean(),
        CrossingCodec.INSTANCE.read(version, in),
        TOLD.read(in),
        RiskConstants.LEVELS.read(in),
        Fields.readText(in),
        WAITING.read(in),
        in.readLong());
  }

  /** What Flink writes beside the values. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Episode> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }
}
