package io.plimsoll.jobs.intake;

import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.risk.parameters.AssetParameters;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The assets that a reading of a venue concerns: all of the venue, when it tells their stress. */
public final class AssetsOfVenues implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HashMap<String, List<String>> assetsOfVenue = new HashMap<>();

  public AssetsOfVenues(RiskParameters parameters) {
    for (Map.Entry<String, AssetParameters> entry : parameters.assets().entrySet()) {
      assetsOfVenue
          .computeIfAbsent(entry.getValue().venue(), venue -> new ArrayList<>())
          .add(entry.getKey());
    }
  }

  /** Their names. */
  public List<String> stressedBy(VenueReading reading) {
    return Double.isNaN(reading.stress())
        ? List.of()
        : assetsOfVenue.getOrDefault(reading.venue(), List.of());
  }
}
