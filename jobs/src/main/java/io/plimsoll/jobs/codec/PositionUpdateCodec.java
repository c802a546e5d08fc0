package io.plimsoll.jobs.codec;

import io.plimsoll.jobs.market.PositionUpdate;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Sizes of holdings. */
public final class PositionUpdateCodec implements Codec<PositionUpdate> {

  public static final PositionUpdateCodec INSTANCE = new PositionUpdateCodec();

  private PositionUpdateCodec() {}

  @Override
  public void write(PositionUpdate value, DataOutputView out) throws IOException {
    OriginCodec.INSTANCE.write(value.origin(), out);
    out.writeLong(value.instant());
    out.writeLong(value.timestamp());
    Fields.writeText(value.account(), out);
    Fields.writeText(value.venue(), out);
    Fields.writeText(value.asset(), out);
    RiskConstants.KINDS.write(value.kind(), out);
    Fields.writeDecimal(value.amount(), out);
    Fields.writeDecimal(value.entryPriceUsd(), out);
    out.writeLong(value.sequence());
  }

  @Override
  public PositionUpdate read(int version, DataInputView in) throws IOException {
    return new PositionUpdate(
        OriginCodec.INSTANCE.read(version, in),
        in.readLong(),
        in.readLong(),
        Fields.readText(in),
        Fields.readText(in),
        Fields.readText(in),
        RiskConstants.KINDS.read(in),
        Fields.readDecimal(in),
        Fields.readDecimal(in),
        in.readLong());
  }
}
