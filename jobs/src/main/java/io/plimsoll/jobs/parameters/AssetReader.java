package io.plimsoll.jobs.parameters;

import io.plimsoll.risk.parameters.AssetParameters;
import io.plimsoll.risk.parameters.GuardRules;
import io.plimsoll.risk.parameters.LoadFactorRules;
import io.plimsoll.risk.parameters.MarginRules;
import io.plimsoll.risk.parameters.ParameterException;
import io.plimsoll.risk.parameters.RateRules;
import java.math.BigDecimal;

/** From the section of an asset to its parameters. */
final class AssetReader {

  static final String WHAT = "a mapping of the asset's parameters";

  private static final BigDecimal LOAN_TO_THRESHOLD = new BigDecimal("0.9");

  private AssetReader() {}

  static AssetParameters read(String name, Section asset) {
    asset.only(AssetKeys.NAMES);
    RateRules rates = rates(asset);
    try {
      return new AssetParameters(
          name,
          asset.value(AssetKeys.VENUE),
          guard(asset),
          rates,
          loadFactor(asset),
          margin(asset),
          asset.value(AssetKeys.DEPTH_PER_WINDOW));
    } catch (ParameterException e) {
      throw asset.refuse(e, AssetKeys.LIQUIDATION_THRESHOLD.name());
    }
  }

  private static GuardRules guard(Section asset) {
    return new GuardRules(
        asset.value(AssetKeys.MAX_AGE),
        asset.value(AssetKeys.MIN_SOURCES),
        asset.value(AssetKeys.MAX_DEVIATION),
        asset.value(AssetKeys.CONFIDENCE_MULTIPLIER),
        asset.value(AssetKeys.MAX_CONFIDENCE),
        asset.value(AssetKeys.MAX_JUMP),
        asset.value(AssetKeys.JUMP_CONFIRMATION),
        asset.value(AssetKeys.MIN_PRICE),
        asset.value(AssetKeys.MAX_PRICE),
        asset.value(AssetKeys.MAX_FUTURE),
        asset.value(AssetKeys.DOUBT),
        asset.value(AssetKeys.HALTED));
  }

  private static RateRules rates(Section asset) {
    together(asset, AssetKeys.ANCHOR_RATE, AssetKeys.ANCHOR_TIME);
    together(asset, AssetKeys.ANCHOR_TIME, AssetKeys.ANCHOR_RATE);
    return new RateRules(
        asset.value(AssetKeys.MAX_RATE_GROWTH),
        asset.value(AssetKeys.ANCHOR_RATE),
        asset.value(AssetKeys.ANCHOR_TIME, RateRules.DEFAULTS.anchorTimeMs()),
        asset.value(AssetKeys.MAX_INDEX_STEP));
  }

  private static void together(Section asset, Key<?, ?> one, Key<?, ?> other) {
    if (asset.has(one.name()) && !asset.has(other.name())) {
      throw asset.refuse(
          one.name(),
          "this key alone",
          "it together with " + other.name() + ", or neither of them");
    }
  }

  private static LoadFactorRules loadFactor(Section asset) {
    return new LoadFactorRules(
        asset.value(AssetKeys.REFERENCE_VOLATILITY),
        asset.value(AssetKeys.SENSITIVITY),
        asset.value(AssetKeys.STRESS_SENSITIVITY),
        asset.value(AssetKeys.MIN_LOAD_FACTOR),
        asset.value(AssetKeys.TIGHTEN_PER_HOUR),
        asset.value(AssetKeys.RELAX_PER_HOUR));
  }

  private static MarginRules margin(Section asset) {
    BigDecimal threshold = asset.value(AssetKeys.LIQUIDATION_THRESHOLD);
    return new MarginRules(
        threshold,
        // Without the zeros that a product gains: 0.9 · 0 is the 0 of the defaults.
        asset.value(
            AssetKeys.LOAN_TO_VALUE, LOAN_TO_THRESHOLD.multiply(threshold).stripTrailingZeros()),
        asset.value(AssetKeys.BONUS),
        asset.value(AssetKeys.PROTOCOL_FEE),
        asset.value(AssetKeys.BORROW_FACTOR),
        asset.value(AssetKeys.MAINTENANCE_MARGIN),
        asset.value(AssetKeys.MAINTENANCE_MAX),
        asset.value(AssetKeys.HEDGE_HAIRCUT),
        asset.value(AssetKeys.CLOSING_FEE));
  }
}
