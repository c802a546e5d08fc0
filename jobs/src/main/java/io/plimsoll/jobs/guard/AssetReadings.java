package io.plimsoll.jobs.guard;

import io.plimsoll.jobs.market.IndexReading;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.jobs.market.Quote;
import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.risk.parameters.AssetParameters;
import io.plimsoll.risk.parameters.RiskParameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Sends each event to the asset it concerns, a venue's stress to all assets of the venue. */
final class AssetReadings implements FlatMapFunction<MarketEvent, AssetReading> {

  private static final long serialVersionUID = 1L;

  private final HashMap<String, List<String>> assetsOfVenue = new HashMap<>();

  AssetReadings(RiskParameters parameters) {
    for (Map.Entry<String, AssetParameters> entry : parameters.assets().entrySet()) {
      assetsOfVenue
          .computeIfAbsent(entry.getValue().venue(), venue -> new ArrayList<>())
          .add(entry.getKey());
    }
  }

  @Override
  public void flatMap(MarketEvent event, Collector<AssetReading> out) {
    if (event instanceof Quote quote) {
      out.collect(new AssetReading(quote.asset(), quote));
    } else if (event instanceof IndexReading reading) {
      out.collect(new AssetReading(reading.asset(), reading));
    } else if (event instanceof VenueReading reading && !Double.isNaN(reading.stress())) {
      for (String asset : assetsOfVenue.getOrDefault(reading.venue(), List.of())) {
        out.collect(new AssetReading(asset, reading));
      }
    }
  }
}
