package io.plimsoll.risk.parameters;

import java.io.Serializable;
import java.util.Map;

/**
 * Everything that {@code parameters.yaml} says (risk model §11). Immutable.
 *
 * @param bars §3
 * @param levels §§6 and 7
 * @param forecast §§8–10
 * @param candleIntervalMs from a candle's open time to the instant of its close
 * @param execution whether liquidations are carried out on paper, §7
 * @param assets by name
 * @param categories by name
 */
public record RiskParameters(
    BarRules bars,
    LevelRules levels,
    ForecastRules forecast,
    long candleIntervalMs,
    Execution execution,
    Map<String, AssetParameters> assets,
    Map<String, Category> categories)
    implements Serializable {

  public static final long DEFAULT_CANDLE_INTERVAL_MS = 60_000L;

  public RiskParameters {
    Check.duration(candleIntervalMs, "candleInterval");
    assets = Map.copyOf(assets);
    categories = Map.copyOf(categories);
  }

  /** Whether liquidations are carried out on paper: what accounts hold is then invented in part. */
  public boolean onPaper() {
    return execution == Execution.PAPER;
  }

  /** Whether the asset has parameters; rows of any other are refused. */
  public boolean knows(String asset) {
    return assets.containsKey(asset);
  }

  /** The asset's parameters; ask {@link #knows} first. */
  public AssetParameters asset(String asset) {
    AssetParameters found = assets.get(asset);
    if (found == null) {
      throw new IllegalArgumentException("no parameters for asset " + asset);
    }
    return found;
  }
}
