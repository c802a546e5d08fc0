package io.plimsoll.twin;

import io.plimsoll.twin.RandomAsset.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws parameters over all keys that concern §§1-7, small enough to matter within an hour. */
final class RandomParameters {
  private static final Map<String, Double> BASES =
      Map.of(
          "ETH", 2048.0, "BTC", 32768.0, "SOL", 64.0, "USDC", 1.0, "DAI", 1.0, "stETH", 2048.0,
          "NEW", 8.0, "JUNK", 0.015625);

  private final Draw draw;
  private final long start;
  final Map<String, Object> global = new LinkedHashMap<>();
  final Map<String, Object> categories = new LinkedHashMap<>();
  final List<RandomAsset> assets = new ArrayList<>();
  final List<String> venues;

  RandomParameters(Draw draw, long start) {
    this.draw = draw;
    this.start = start;
    this.venues = draw.chance(0.7) ? List.of("main", "l2") : List.of("main");
    drawGlobal();
    drawAssets();
    if (draw.chance(0.6)) {
      drawCategory("eth");
    }
    if (draw.chance(0.2)) {
      drawCategory("stable coins");
    }
  }

  Map<String, Object> written() {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("global", global);
    Map<String, Object> byName = new LinkedHashMap<>();
    assets.forEach(asset -> byName.put(asset.name, asset.parameters));
    written.put("assets", byName);
    if (!categories.isEmpty()) {
      written.put("categories", categories);
    }
    return written;
  }

  private void maybe(Map<String, Object> into, double probability, String key, Object... values) {
    if (draw.chance(probability)) {
      into.put(key, draw.pick(values).toString());
    }
  }

  private void drawGlobal() {
    maybe(global, 0.7, "barInterval", "30s", "1m", "2m", "5m", "1.5m");
    maybe(global, 0.8, "halfLife", "3m", "10m", "1h", "24h");
    maybe(global, 0.8, "window", "5m", "10m", "30m", "2h");
    maybe(global, 0.8, "estimator", "EWMA", "REALISED", "MAX");
    maybe(global, 0.6, "marginCall", "1", "1.05", "1.1", "1.25", "1.3");
    maybe(global, 0.6, "hysteresis", "0", "0.01", "0.05", "0.1");
    maybe(global, 0.6, "targetHealthFactor", "1", "1.02", "1.1", "1.25");
    maybe(global, 0.6, "closeFactor", "0.1", "0.25", "0.75", "1");
    maybe(global, 0.6, "fullLiquidationBelow", "0.5", "0.8", "0.9", "0.98");
    maybe(global, 0.7, "dust", "0", "1", "50", "250", "1000");
    maybe(global, 0.5, "candleInterval", "30s", "2m", "5m");
    maybe(global, 0.8, "gracePeriod", "0", "30s", "90s", "5m", "10m");
    maybe(global, 0.5, "graceHealthFactor", "0.5", "0.8", "0.9", "0.98");
  }

  private void drawAssets() {
    List<String> names =
        new ArrayList<>(List.of("ETH", "BTC", "SOL", "stETH", "DAI", "NEW", "JUNK"));
    int count = draw.between(2, 6);
    assets.add(new RandomAsset("USDC", Style.CALM, 1, draw));
    double calm = draw.pick(0.2, 0.6, 0.9);
    for (int i = 0; i < count; i++) {
      String name = names.remove(draw.between(0, names.size() - 1));
      boolean exotic = name.equals("NEW") || name.equals("JUNK");
      Style style = draw.chance(exotic ? 0.9 : 0.05) ? Style.UNSEEN : Style.WILD;
      style = style == Style.WILD && draw.chance(calm) ? Style.CALM : style;
      assets.add(new RandomAsset(name, style, BASES.get(name), draw));
    }
    assets.forEach(this::drawAsset);
  }

  private void drawAsset(RandomAsset asset) {
    Map<String, Object> own = asset.parameters;
    drawCollateral(asset);
    maybe(own, 0.3, "protocolFee", "0", "0.3", "1");
    maybe(own, 0.4, "borrowFactor", "0.98", "0.8", "0.5", "0.9");
    maybe(own, 0.6, "maintenanceMargin", "0.02", "0.03", "0.1", "0.25");
    maybe(own, 0.4, "maintenanceMax", "0.25", "0.26", "0.3", "0.8");
    maybe(own, 0.4, "hedgeHaircut", "0", "0.005", "0.1");
    maybe(own, 0.4, "closingFee", "0", "0.001", "0.06");
    maybe(own, 0.9, "maxAge", "1m", "90s", "2m", "3m", "5m", "10m");
    maybe(own, 0.7, "doubt", "0", "0.02", "0.1", "0.5", "1", "2");
    if (asset.sources.size() > 1) {
      maybe(own, 0.6, "minSources", draw.between(1, asset.sources.size()));
    }
    maybe(own, 0.6, "maxDeviation", "0.005", "0.01", "0.05");
    maybe(own, 0.4, "confidenceMultiplier", "0.5", "2.12", "3");
    maybe(own, 0.5, "maxConfidence", "0.002", "0.01", "0.1");
    maybe(own, 0.5, "maxJump", "0.01", "0.04", "0.1");
    maybe(own, 0.8, "jumpConfirmation", "10s", "30s", "1m", "2m");
    maybe(own, 0.3, "minPrice", asset.base / 8);
    maybe(own, 0.3, "maxPrice", asset.base * 8);
    maybe(own, 0.3, "halted", draw.chance(0.1));
    maybe(own, draw.chance(0.5) ? 1 : 0, "venue", venues.toArray());
    if (!asset.isCalm() || draw.chance(0.15)) {
      drawLoadFactor(own);
    }
    drawIndices(own);
  }

  private void drawCollateral(RandomAsset asset) {
    if (asset.name.equals("JUNK") || draw.chance(0.06)) {
      maybe(asset.parameters, 0.3, "liquidationThreshold", "0", "0.0", "0.3");
      return;
    }
    String threshold =
        asset.isCalm()
            ? draw.pick("0.8", "0.8", "0.5", "0.64", "0.85", "0.75", "0.9")
            : draw.pick("0.8", "0.82", "0.75", "0.6", "0.876", "0.9", "0.123456789");
    asset.parameters.put("liquidationThreshold", threshold);
    if (threshold.equals("0.8") && draw.chance(0.25)) {
      asset.parameters.put("bonus", "0.25");
    } else {
      maybe(asset.parameters, 0.5, "bonus", "0", "0.01", "0.1", "0.075");
    }
  }

  private void drawLoadFactor(Map<String, Object> own) {
    maybe(own, 0.7, "referenceVolatility", "0.05", "0.3", "2", "10");
    maybe(own, 0.7, "sensitivity", "0.02", "0.2", "1");
    maybe(own, 0.6, "stressSensitivity", "0.1", "0.5", "1");
    maybe(own, 0.6, "minLoadFactor", "0.3", "0.7", "0.9", "1");
    maybe(own, 0.8, "tightenPerHour", "0.3", "1", "5");
    maybe(own, 0.8, "relaxPerHour", "0.1", "1", "5");
  }

  private void drawIndices(Map<String, Object> own) {
    maybe(own, 0.3, "maxIndexStep", "0.01", "0.3");
    if (draw.chance(0.5)) {
      maybe(own, 1, "maxRateGrowth", "0.1", "100", "2000");
      if (draw.chance(0.5)) {
        maybe(own, 1, "anchorRate", "1", "1.0625", "0.99");
        own.put("anchorTime", Long.toString(start - draw.between(0, 3_600_000)));
      }
    }
  }

  private void drawCategory(String name) {
    Map<String, Object> listed = new LinkedHashMap<>();
    for (RandomAsset asset : assets) {
      if (draw.chance(0.6)) {
        Map<String, Object> entry = new LinkedHashMap<>();
        maybe(entry, 0.8, "liquidationThreshold", "0.9", "0.93", "0.5", "0.0");
        boolean own = !entry.containsKey("liquidationThreshold");
        boolean high = own || entry.get("liquidationThreshold").toString().startsWith("0.9");
        maybe(entry, own ? 0 : 0.6, "bonus", "0", "0.01", high ? "0.05" : "0.3");
        double threshold =
            Double.parseDouble(
                entry
                    .getOrDefault("liquidationThreshold", asset.text("liquidationThreshold", "0"))
                    .toString());
        double bonus =
            Double.parseDouble(entry.getOrDefault("bonus", asset.text("bonus", "0.05")).toString());
        if (threshold * (1 + bonus) > 0.999 && !own) {
          entry.put("bonus", "0.02");
        }
        listed.put(asset.name, entry);
      }
    }
    if (listed.isEmpty()) {
      return;
    }
    Map<String, Object> category = new LinkedHashMap<>();
    maybe(category, 0.5, "marginCall", "1.01", "1.03", "1.2");
    category.put("assets", listed);
    categories.put(name, category);
  }
}
