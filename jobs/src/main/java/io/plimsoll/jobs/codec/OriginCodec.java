package io.plimsoll.jobs.codec;

import io.plimsoll.jobs.market.Origin;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Where a row stands. */
public final class OriginCodec implements Codec<Origin> {

  public static final OriginCodec INSTANCE = new OriginCodec();

  private OriginCodec() {}

  @Override
  public void write(Origin value, DataOutputView out) throws IOException {
    Fields.writeText(value.place(), out);
    Fields.writeWhole(value.line(), out);
    Fields.writeText(value.record(), out);
  }

  @Override
  public Origin read(int version, DataInputView in) throws IOException {
    return new Origin(Fields.readText(in), Fields.readWhole(in), Fields.readText(in));
  }
}
