package io.plimsoll.twin;

/**
 * The parameters of one asset. Those that enter a decision about an account are the decimals as
 * written; those that only shape the asset's own numbers are doubles.
 */
record AssetParameters(
    Rational liquidationThreshold,
    Rational bonus,
    Rational protocolFee,
    Rational borrowFactor,
    Rational maintenanceMargin,
    Rational maintenanceMax,
    Rational hedgeHaircut,
    Rational closingFee,
    Rational doubt,
    long maxAge,
    int minSources,
    double maxDeviation,
    double confidenceMultiplier,
    double maxConfidence,
    Double maxJump,
    long jumpConfirmation,
    double minPrice,
    double maxPrice,
    double referenceVolatility,
    double sensitivity,
    double stressSensitivity,
    double minLoadFactor,
    double tightenPerHour,
    double relaxPerHour,
    String venue,
    Double maxRateGrowth,
    Double anchorRate,
    Long anchorTime,
    double maxIndexStep,
    boolean halted) {

  static AssetParameters of(Section asset) {
    return new AssetParameters(
        asset.exact("liquidationThreshold", "0"),
        asset.exact("bonus", "0.05"),
        asset.exact("protocolFee", "0.1"),
        asset.exact("borrowFactor", "1"),
        asset.exact("maintenanceMargin", "0.05"),
        asset.exact("maintenanceMax", "0.5"),
        asset.exact("hedgeHaircut", "0.02"),
        asset.exact("closingFee", "0.005"),
        asset.exact("doubt", "0.25"),
        asset.duration("maxAge", "1h"),
        Integer.parseInt(asset.text("minSources", "1")),
        asset.real("maxDeviation", "0.02"),
        asset.real("confidenceMultiplier", "1"),
        asset.real("maxConfidence", "0.05"),
        asset.realOrNull("maxJump"),
        asset.duration("jumpConfirmation", "5m"),
        asset.real("minPrice", "0"),
        asset.real("maxPrice", "Infinity"),
        asset.real("referenceVolatility", "0.8"),
        asset.real("sensitivity", "0"),
        asset.real("stressSensitivity", "0"),
        asset.real("minLoadFactor", "0.5"),
        asset.real("tightenPerHour", "0.02"),
        asset.real("relaxPerHour", "0.005"),
        asset.text("venue", "main"),
        asset.realOrNull("maxRateGrowth"),
        asset.realOrNull("anchorRate"),
        asset.has("anchorTime") ? time(asset.text("anchorTime", "")) : null,
        asset.real("maxIndexStep", "0.1"),
        Boolean.parseBoolean(asset.text("halted", "false")));
  }

  private static long time(String written) {
    try {
      return Cells.timestamp(written);
    } catch (Cells.Malformed e) {
      throw new IllegalArgumentException("not a time: " + written, e);
    }
  }
}
