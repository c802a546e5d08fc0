package io.plimsoll.jobs.watch;

import io.plimsoll.jobs.codec.Fields;
import io.plimsoll.jobs.codec.RiskConstants;
import io.plimsoll.jobs.codec.SettingsCodec;
import io.plimsoll.jobs.codec.VersionedSerializer;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.level.Standing;
import java.io.IOException;
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

  /** What an account has beside its positions; most have a standing at most. */
  private static final int HAS_SETTINGS = 1;

  private static final int HAS_STANDINGS = 2;
  private static final int HAS_FIRST_HELD = 4;

  @Override
  protected int version() {
    return 2;
  }

  @Override
  public void write(AccountState state, DataOutputView out) throws IOException {
    boolean settings = state.settingsTimestamp() != AccountState.NEW.settingsTimestamp();
    out.writeByte(
        (settings ? HAS_SETTINGS : 0)
            | (state.standings().isEmpty() ? 0 : HAS_STANDINGS)
            | (state.firstHeld().isEmpty() ? 0 : HAS_FIRST_HELD));
    if (settings) {
      SettingsCodec.INSTANCE.write(state.settings(), out);
      out.writeLong(state.settingsTimestamp());
    }
    PositionsCodec.write(state.positions(), out);
    if (!state.standings().isEmpty()) {
      Fields.writeCount(state.standings().size(), out);
      for (Map.Entry<String, Standing> entry : state.standings().entrySet()) {
        Fields.writeText(entry.getKey(), out);
        writeStanding(entry.getValue(), out);
      }
    }
    if (!state.firstHeld().isEmpty()) {
      Fields.writeCount(state.firstHeld().size(), out);
      for (Map.Entry<String, Long> entry : state.firstHeld().entrySet()) {
        Fields.writeText(entry.getKey(), out);
        out.writeLong(entry.getValue());
      }
    }
  }

  @Override
  public AccountState read(int version, DataInputView in) throws IOException {
    if (version == 1) {
      return readFirst(in);
    }
    int has = in.readByte();
    boolean settings = (has & HAS_SETTINGS) != 0;
    return new AccountState(
        settings ? SettingsCodec.INSTANCE.read(version, in) : AccountState.NEW.settings(),
        settings ? in.readLong() : AccountState.NEW.settingsTimestamp(),
        PositionsCodec.read(in),
        (has & HAS_STANDINGS) != 0 ? readStandings(in) : Map.of(),
        (has & HAS_FIRST_HELD) != 0 ? readFirstHeld(in) : Map.of());
  }

  /** Version 1 wrote everything of everybody, at full length. */
  private static AccountState readFirst(DataInputView in) throws IOException {
    return new AccountState(
        SettingsCodec.INSTANCE.read(1, in),
        in.readLong(),
        PositionsCodec.readFirst(in),
        readStandings(in),
        readFirstHeld(in));
  }

  private static Map<String, Standing> readStandings(DataInputView in) throws IOException {
    int count = Fields.readCount(in);
    if (count == 1) {
      return Map.of(Fields.readText(in), readStanding(in));
    }
    Map<String, Standing> standings = new TreeMap<>();
    for (int left = count; left > 0; left--) {
      String unit = Fields.readText(in);
      standings.put(unit, readStanding(in));
    }
    return standings;
  }

  private static Map<String, Long> readFirstHeld(DataInputView in) throws IOException {
    Map<String, Long> firstHeld = new TreeMap<>();
    for (int left = Fields.readCount(in); left > 0; left--) {
      String asset = Fields.readText(in);
      firstHeld.put(asset, in.readLong());
    }
    return firstHeld;
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
