package io.plimsoll.jobs.codec;

import io.plimsoll.jobs.market.Quote;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Quotes. */
public final class QuoteCodec implements Codec<Quote> {

  public static final QuoteCodec INSTANCE = new QuoteCodec();

  private QuoteCodec() {}

  @Override
  public void write(Quote value, DataOutputView out) throws IOException {
    OriginCodec.INSTANCE.write(value.origin(), out);
    out.writeLong(value.instant());
    Fields.writeText(value.asset(), out);
    Fields.writeText(value.source(), out);
    out.writeDouble(value.priceUsd());
    out.writeDouble(value.confidenceUsd());
    out.writeLong(value.sequence());
  }

  @Override
  public Quote read(int version, DataInputView in) throws IOException {
    return new Quote(
        OriginCodec.INSTANCE.read(version, in),
        in.readLong(),
        Fields.readText(in),
        Fields.readText(in),
        in.readDouble(),
        in.readDouble(),
        in.readLong());
  }
}
