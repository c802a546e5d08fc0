package io.plimsoll.benchmarks.judge;

import io.plimsoll.jobs.codec.RiskConstants;
import io.plimsoll.jobs.codec.VersionedSerializer;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.level.Standing;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes standings in two bytes. */
public final class StandingSerializer extends VersionedSerializer<Standing> {

  private static final long serialVersionUID = 1L;

  public static final StandingSerializer INSTANCE = new StandingSerializer();

  private static final int BELOW_FULL = 1;
  private static final int TERMS_ISSUED = 2;
  private static final int CHANGED = 4;

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public void write(Standing standing, DataOutputView out) throws IOException {
    RiskConstants.LEVELS.write(standing.level(), out);
    out.writeByte(
        (standing.belowFull() ? BELOW_FULL : 0)
            | (standing.termsIssued() ? TERMS_ISSUED : 0)
            | (standing.changed() ? CHANGED : 0));
  }

  @Override
  public Standing read(int version, DataInputView in) throws IOException {
    Level level = RiskConstants.LEVELS.read(in);
    int flags = in.readByte();
    return new Standing(
        level, (flags & BELOW_FULL) != 0, (flags & TERMS_ISSUED) != 0, (flags & CHANGED) != 0);
  }

  /** What Flink writes beside the values. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Standing> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }
}
