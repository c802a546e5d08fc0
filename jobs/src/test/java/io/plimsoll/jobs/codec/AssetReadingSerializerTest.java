package io.plimsoll.jobs.codec;

import io.plimsoll.jobs.market.AssetReading;
import io.plimsoll.jobs.market.IndexReading;
import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.Quote;
import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.jobs.market.VenueStatus;
import io.plimsoll.jobs.market.VenueStress;
import java.util.List;

class AssetReadingSerializerTest implements SerializerContract<AssetReading> {

  private static final long T = 1_583_020_800_000L;
  private static final Origin ORIGIN = new Origin("quotes.csv", 2, "");

  @Override
  public VersionedSerializer<AssetReading> serializer() {
    return AssetReadingSerializer.INSTANCE;
  }

  @Override
  public String golden() {
    return "asset-reading";
  }

  @Override
  public List<AssetReading> samples() {
    return List.of(
        new Quote(ORIGIN, T, "ETH", "a", 200.5, 0.25, 7),
        new IndexReading(ORIGIN, T, "stETH", 1.1, Double.NaN),
        new VenueStress(
            "\uD83D\uDEA2", new VenueReading(ORIGIN, T, "main", 0.5, VenueStatus.UNTOLD)));
  }
}
