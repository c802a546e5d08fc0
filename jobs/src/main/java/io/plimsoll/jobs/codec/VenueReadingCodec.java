package io.plimsoll.jobs.codec;

import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.jobs.market.VenueStatus;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Readings of venues. */
public final class VenueReadingCodec implements Codec<VenueReading> {

  public static final VenueReadingCodec INSTANCE = new VenueReadingCodec();

  private static final Constants<VenueStatus> STATUSES =
      Constants.of(
          VenueStatus.class, List.of(VenueStatus.UP, VenueStatus.DOWN, VenueStatus.UNTOLD));

  private VenueReadingCodec() {}

  @Override
  public void write(VenueReading value, DataOutputView out) throws IOException {
    OriginCodec.INSTANCE.write(value.origin(), out);
    out.writeLong(value.instant());
    Fields.writeText(value.venue(), out);
    out.writeDouble(value.stress());
    STATUSES.write(value.status(), out);
  }

  @Override
  public VenueReading read(int version, DataInputView in) throws IOException {
    return new VenueReading(
        OriginCodec.INSTANCE.read(version, in),
        in.readLong(),
        Fields.readText(in),
        in.readDouble(),
        STATUSES.read(in));
  }
}
