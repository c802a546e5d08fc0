package io.plimsoll.benchmarks.scan;

import io.plimsoll.benchmarks.flink.AccountSerializer;
import io.plimsoll.jobs.codec.RiskConstants;
import io.plimsoll.jobs.codec.VersionedSerializer;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.level.Standing;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes judged accounts, as few bytes as they need. */
public final class JudgedAccountSerializer extends VersionedSerializer<JudgedAccount> {

  private static final long serialVersionUID = 1L;

  public static final JudgedAccountSerializer INSTANCE = new JudgedAccountSerializer();

  private static final int BELOW_FULL = 1;
  private static final int TERMS_ISSUED = 2;
  private static final int CHANGED = 4;

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public void write(JudgedAccount judged, DataOutputView out) throws IOException {
    AccountSerializer.INSTANCE.write(judged.account(), out);
    Standing standing = judged.standing();
    RiskConstants.LEVELS.write(standing.level(), out);
    out.writeByte(
        (standing.belowFull() ? BELOW_FULL : 0)
            | (standing.termsIssued() ? TERMS_ISSUED : 0)
            | (standing.changed() ? CHANGED : 0));
  }

  @Override
  public JudgedAccount read(int version, DataInputView in) throws IOException {
    var account = AccountSerializer.INSTANCE.read(version, in);
    Level level = RiskConstants.LEVELS.read(in);
    int flags = in.readByte();
    return new JudgedAccount(
        account,
        new Standing(
            level, (flags & BELOW_FULL) != 0, (flags & TERMS_ISSUED) != 0, (flags & CHANGED) != 0));
  }

  /** What Flink writes beside the values. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<JudgedAccount> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }
}
