package io.plimsoll.risk.parameters;

import java.io.Serializable;

/**
 * All parameters of one asset (risk model §11).
 *
 * @param asset its name
 * @param venue where its positions stand unless they say otherwise, and whose stress it feels
 * @param guard §2
 * @param rates §5
 * @param loadFactor §4
 * @param margin §§5–7
 * @param depthPerWindowUsd §8: seized value allowed in any window, or {@link #NO_LIMIT}
 */
public record AssetParameters(
    String asset,
    String venue,
    GuardRules guard,
    RateRules rates,
    LoadFactorRules loadFactor,
    MarginRules margin,
    double depthPerWindowUsd)
    implements Serializable {

  public static final String DEFAULT_VENUE = "main";

  /** Orders in the asset are not paced. */
  public static final double NO_LIMIT = Double.POSITIVE_INFINITY;

  public AssetParameters {
    Check.that(!asset.isEmpty(), "assets", asset, "an asset's name");
    Check.that(!venue.isEmpty(), "venue", venue, "a venue's name");
    Check.that(depthPerWindowUsd > 0, "depthPerWindow", depthPerWindowUsd, "a number above 0");
  }

  /** An asset with nothing but defaults, which make it no collateral. */
  public static AssetParameters defaults(String asset) {
    return new AssetParameters(
        asset,
        DEFAULT_VENUE,
        GuardRules.DEFAULTS,
        RateRules.DEFAULTS,
        LoadFactorRules.DEFAULTS,
        MarginRules.DEFAULTS,
        NO_LIMIT);
  }

  public AssetParameters withVenue(String name) {
    return new AssetParameters(asset, name, guard, rates, loadFactor, margin, depthPerWindowUsd);
  }

  public AssetParameters withGuard(GuardRules rules) {
    return new AssetParameters(asset, venue, rules, rates, loadFactor, margin, depthPerWindowUsd);
  }

  public AssetParameters withRates(RateRules rules) {
    return new AssetParameters(asset, venue, guard, rules, loadFactor, margin, depthPerWindowUsd);
  }

  public AssetParameters withLoadFactor(LoadFactorRules rules) {
    return new AssetParameters(asset, venue, guard, rates, rules, margin, depthPerWindowUsd);
  }

  public AssetParameters withMargin(MarginRules rules) {
    return new AssetParameters(asset, venue, guard, rates, loadFactor, rules, depthPerWindowUsd);
  }
}
