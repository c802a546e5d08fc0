package io.plimsoll.benchmarks.scan;

import io.plimsoll.benchmarks.flink.AccountSerializer;
import io.plimsoll.benchmarks.judge.StandingSerializer;
import io.plimsoll.jobs.codec.VersionedSerializer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes judged accounts, as few bytes as they need. */
public final class JudgedAccountSerializer extends VersionedSerializer<JudgedAccount> {

  private static final long serialVersionUID = 1L;

  public static final JudgedAccountSerializer INSTANCE = new JudgedAccountSerializer();

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public void write(JudgedAccount judged, DataOutputView out) throws IOException {
    AccountSerializer.INSTANCE.write(judged.account(), out);
    StandingSerializer.INSTANCE.write(judged.standing(), out);
  }

  @Override
  public JudgedAccount read(int version, DataInputView in) throws IOException {
    return new JudgedAccount(
        AccountSerializer.INSTANCE.read(version, in),
        StandingSerializer.INSTANCE.read(version, in));
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
