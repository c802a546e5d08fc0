package io.plimsoll.jobs.codec;

import io.plimsoll.jobs.market.IndexReading;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Readings of indices. */
public final class IndexReadingCodec implements Codec<IndexReading> {

  public static final IndexReadingCodec INSTANCE = new IndexReadingCodec();

  private IndexReadingCodec() {}

  @Override
  public void write(IndexReading value, DataOutputView out) throws IOException {
    OriginCodec.INSTANCE.write(value.origin(), out);
    out.writeLong(value.instant());
    Fields.writeText(value.asset(), out);
    out.writeDouble(value.exchangeRate());
    out.writeDouble(value.borrowIndex());
  }

  @Override
  public IndexReading read(int version, DataInputView in) throws IOException {
    return new IndexReading(
        OriginCodec.INSTANCE.read(version, in),
        in.readLong(),
        Fields.readText(in),
        in.readDouble(),
        in.readDouble());
  }
}
