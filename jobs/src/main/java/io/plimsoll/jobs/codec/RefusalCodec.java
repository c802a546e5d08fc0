package io.plimsoll.jobs.codec;

import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.market.RefusalReason;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Refused rows. */
public final class RefusalCodec implements Codec<Refusal> {

  public static final RefusalCodec INSTANCE = new RefusalCodec();

  private static final Constants<RefusalReason> REASONS =
      Constants.of(
          RefusalReason.class,
          List.of(
              RefusalReason.MALFORMED,
              RefusalReason.NON_POSITIVE,
              RefusalReason.OUT_OF_BOUNDS,
              RefusalReason.UNKNOWN_ASSET,
              RefusalReason.UNKNOWN_CATEGORY,
              RefusalReason.FUTURE,
              RefusalReason.LATE,
              RefusalReason.SUPERSEDED));

  private RefusalCodec() {}

  @Override
  public void write(Refusal value, DataOutputView out) throws IOException {
    OriginCodec.INSTANCE.write(value.origin(), out);
    out.writeLong(value.instant());
    REASONS.write(value.reason(), out);
    Fields.writeText(value.detail(), out);
  }

  @Override
  public Refusal read(int version, DataInputView in) throws IOException {
    Origin origin = OriginCodec.INSTANCE.read(version, in);
    return new Refusal(in.readLong(), origin, REASONS.read(in), Fields.readText(in));
  }
}
