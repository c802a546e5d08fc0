package io.plimsoll.jobs.codec;

import io.plimsoll.jobs.market.SettingsUpdate;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Changes of settings. */
public final class SettingsUpdateCodec implements Codec<SettingsUpdate> {

  public static final SettingsUpdateCodec INSTANCE = new SettingsUpdateCodec();

  private SettingsUpdateCodec() {}

  @Override
  public void write(SettingsUpdate value, DataOutputView out) throws IOException {
    OriginCodec.INSTANCE.write(value.origin(), out);
    out.writeLong(value.instant());
    out.writeLong(value.timestamp());
    Fields.writeText(value.account(), out);
    SettingsCodec.INSTANCE.write(value.settings(), out);
  }

  @Override
  public SettingsUpdate read(int version, DataInputView in) throws IOException {
    return new SettingsUpdate(
        OriginCodec.INSTANCE.read(version, in),
        in.readLong(),
        in.readLong(),
        Fields.readText(in),
        SettingsCodec.INSTANCE.read(version, in));
  }
}
