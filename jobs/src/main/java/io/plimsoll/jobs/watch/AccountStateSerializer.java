package io.plimsoll.jobs.watch;

import io.plimsoll.jobs.codec.Fields;
import io.plimsoll.jobs.codec.RiskConstants;
import io.plimsoll.jobs.codec.SettingsCodec;
import io.plimsoll.jobs.codec.VersionedSerializer;
import io.plimsoll.risk.account.Settings;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.level.Standing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes accounts to state. */
public final class AccountStateSerializer extends VersionedSerializer<AccountState> {

  private static final long serialVersionUID = 1L;

  static final AccountStateSerializer INSTANCE = new AccountStateSerializer();

  private static final int BELOW_FULL = 1;
  private static final int TERMS_ISSUED = 2;
  private static final int CHANGED = 4;

  @Override
  protected int version() {
    return 1;
  }

  @Override
  public void write(AccountState state, DataOutputView out) throws IOException {
    SettingsCodec.INSTANCE.write(state.settings(), out);
    out.writeLong(state.settingsTimestamp());
    Fields.writeCount(state.positions().size(), out);
    for (Position position : state.positions()) {
      writePosition(position, out);
    }
    Fields.writeCount(state.standings().size(), out);
    for (Map.Entry<String, Standing> entry : state.standings().entrySet()) {
      Fields.writeText(entry.getKey(), out);
      writeStanding(entry.getValue(), out);
    }
    Fields.writeCount(state.firstHeld().size(), out);
    for (Map.Entry<String, Long> entry : state.firstHeld().entrySet()) {
      Fields.writeText(entry.getKey(), out);
      out.writeLong(entry.getValue());
    }
  }

  @Override
  public AccountState read(int version, DataInputView in) throws IOException {
    Settings settings = SettingsCodec.INSTANCE.read(version, in);
    long settingsTimestamp = in.readLong();
    int count = Fields.readCount(in);
    List<Position> positions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      positions.add(readPosition(in));
    }
    Map<String, Standing> standings = new TreeMap<>();
    for (int left = Fields.readCount(in); left > 0; left--) {
      String unit = Fields.readText(in);
      standings.put(unit, readStanding(in));
    }
    Map<String, Long> firstHeld = new TreeMap<>();
    for (int left = Fields.readCount(in); left > 0; left--) {
      String asset = Fields.readText(in);
      firstHeld.put(asset, in.readLong());
    }
    return new AccountState(settings, settingsTimestamp, positions, standings, firstHeld);
  }

  private static void writePosition(Position position, DataOutputView out) throws IOException {
    Fields.writeText(position.venue(), out);
    Fields.writeText(position.asset(), out);
    RiskConstants.KINDS.write(position.kind(), out);
    Fields.writeDecimal(position.amount(), out);
    Fields.writeDecimal(position.entryPriceUsd(), out);
    Fields.writeWhole(position.sequence(), out);
    out.writeLong(position.timestamp());
  }

  private static Position readPosition(DataInputView in) throws IOException {
    return new Position(
        Fields.readText(in),
        Fields.readText(in),
        RiskConstants.KINDS.read(in),
        Fields.readDecimal(in),
        Fields.readDecimal(in),
        Fields.readWhole(in),
        in.readLong());
  }

  private static void writeStanding(Standing standing, DataOutputView out) throws IOException {
    RiskConstants.LEVELS.write(standing.level(), out);
    out.writeByte(
        (standing.belowFull() ? BELOW_FULL : 0)
            | (standing.termsIssued() ? TERMS_ISSUED : 0)
            | (standing.changed() ? CHANGED : 0));
  }

  private static Standing readStanding(DataInputView in) throws IOException {
    Level level = RiskConstants.LEVELS.read(in);
    int flags = in.readByte();
    return new Standing(
        level, (flags & BELOW_FULL) != 0, (flags & TERMS_ISSUED) != 0, (flags & CHANGED) != 0);
  }

  /** What Flink writes beside the state. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<AccountState> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }
}
