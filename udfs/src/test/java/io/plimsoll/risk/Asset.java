package io.plimsoll.risk;

import io.plimsoll.risk.parameters.AssetParameters;
import io.plimsoll.risk.parameters.GuardRules;
import io.plimsoll.risk.parameters.MarginRules;
import java.math.BigDecimal;

/** An asset as a scenario writes it: what is not said stands at its default. */
public final class Asset {

  private final String name;
  private String venue = AssetParameters.DEFAULT_VENUE;
  private BigDecimal threshold = MarginRules.DEFAULTS.liquidationThreshold();
  private BigDecimal bonus = MarginRules.DEFAULTS.bonus();
  private BigDecimal protocolFee = MarginRules.DEFAULTS.protocolFee();
  private BigDecimal borrowFactor = MarginRules.DEFAULTS.borrowFactor();
  private BigDecimal maintenance = MarginRules.DEFAULTS.maintenanceMargin();
  private BigDecimal maintenanceMax = MarginRules.DEFAULTS.maintenanceMax();
  private BigDecimal hedgeHaircut = MarginRules.DEFAULTS.hedgeHaircut();
  private BigDecimal closingFee = MarginRules.DEFAULTS.closingFee();
  private BigDecimal doubt = GuardRules.DEFAULTS.doubt();
  private double maxConfidence = GuardRules.DEFAULTS.maxConfidence();

  private Asset(String name) {
    this.name = name;
  }

  public static Asset asset(String name) {
    return new Asset(name);
  }

  public Asset collateralAt(String liquidationThreshold) {
    threshold = new BigDecimal(liquidationThreshold);
    return this;
  }

  public Asset bonus(String value) {
    bonus = new BigDecimal(value);
    return this;
  }

  public Asset protocolFee(String value) {
    protocolFee = new BigDecimal(value);
    return this;
  }

  public Asset borrowFactor(String value) {
    borrowFactor = new BigDecimal(value);
    return this;
  }

  public Asset maintenance(String margin) {
    maintenance = new BigDecimal(margin);
    maintenanceMax = maintenanceMax.max(maintenance);
    return this;
  }

  public Asset maintenanceMax(String ceiling) {
    maintenanceMax = new BigDecimal(ceiling);
    return this;
  }

  public Asset hedgeHaircut(String value) {
    hedgeHaircut = new BigDecimal(value);
    return this;
  }

  public Asset closingFee(String value) {
    closingFee = new BigDecimal(value);
    return this;
  }

  public Asset doubt(String value) {
    doubt = new BigDecimal(value);
    return this;
  }

  public Asset maxConfidence(double share) {
    maxConfidence = share;
    return this;
  }

  public Asset venue(String value) {
    venue = value;
    return this;
  }

  AssetParameters parameters() {
    GuardRules d = GuardRules.DEFAULTS;
    GuardRules guard =
        new GuardRules(
            d.maxAgeMs(),
            d.minSources(),
            d.maxDeviation(),
            d.confidenceMultiplier(),
            maxConfidence,
            d.maxJump(),
            d.jumpConfirmationMs(),
            d.minPrice(),
            d.maxPrice(),
            d.maxFutureMs(),
            doubt,
            d.halted());
    MarginRules margin =
        new MarginRules(
            threshold,
            threshold,
            bonus,
            protocolFee,
            borrowFactor,
            maintenance,
            maintenanceMax,
            hedgeHaircut,
            closingFee);
    return AssetParameters.defaults(name).withVenue(venue).withGuard(guard).withMargin(margin);
  }
}
