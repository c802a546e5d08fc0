package io.plimsoll.jobs.codec;

import io.plimsoll.risk.account.Mode;
import io.plimsoll.risk.account.Settings;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Settings of an account. */
public final class SettingsCodec implements Codec<Settings> {

  public static final SettingsCodec INSTANCE = new SettingsCodec();

  private static final Constants<Mode> MODES =
      Constants.of(Mode.class, List.of(Mode.GROSS, Mode.NETTED, Mode.ISOLATED));

  private SettingsCodec() {}

  @Override
  public void write(Settings value, DataOutputView out) throws IOException {
    MODES.write(value.mode(), out);
    Fields.writeText(value.category(), out);
    Fields.writeDecimal(value.marginCall(), out);
  }

  @Override
  public Settings read(int version, DataInputView in) throws IOException {
    return new Settings(MODES.read(in), Fields.readText(in), Fields.readDecimal(in));
  }
}
