package io.plimsoll.jobs.watch;

import io.plimsoll.jobs.codec.SerializerContract;
import io.plimsoll.jobs.codec.VersionedSerializer;
import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.jobs.market.VenueStatus;
import io.plimsoll.risk.mark.MarkStatus;
import java.util.ArrayList;
import java.util.List;

class SurroundingSerializerTest implements SerializerContract<Surrounding> {

  private static final long T = 1_583_020_800_000L;

  @Override
  public VersionedSerializer<Surrounding> serializer() {
    return SurroundingSerializer.INSTANCE;
  }

  @Override
  public String golden() {
    return "surrounding";
  }

  @Override
  public List<Surrounding> samples() {
    List<Surrounding> all = new ArrayList<>();
    all.add(
        new Surrounding.Asset(
            new AssetState(
                T, "ETH", MarkStatus.STALE, 200.5, 200.25, 200.75, 1.125, 1, 0.8, 0.9, true)));
    for (VenueStatus status : VenueStatus.values()) {
      all.add(
          new Surrounding.Venue(
              new VenueReading(
                  new Origin("stress.csv", 2, ""), T, "\uD83D\uDEA2", Double.NaN, status)));
    }
    return all;
  }
}
