package io.plimsoll.benchmarks.market;

import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.risk.parameters.AssetParameters;
import io.plimsoll.risk.parameters.BarRules;
import io.plimsoll.risk.parameters.Execution;
import io.plimsoll.risk.parameters.ForecastRules;
import io.plimsoll.risk.parameters.LevelRules;
import io.plimsoll.risk.parameters.MarginRules;
import io.plimsoll.risk.parameters.RiskParameters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The assets of a market, their parameters and first prices. Immutable. */
public final class Market {

  private static final int ASSETS_PER_STABLECOIN = 10;
  private static final BigDecimal[] THRESHOLDS = {
    new BigDecimal("0.8"), new BigDecimal("0.75"), new BigDecimal("0.85"), new BigDecimal("0.7")
  };

  private final MarketSpec spec;
  private final List<Asset> assets;
  private final int stablecoins;

  public Market(MarketSpec spec) {
    this.spec = spec;
    this.stablecoins = Math.max(1, spec.assets() / ASSETS_PER_STABLECOIN);
    SplittableRandom random = new SplittableRandom(spec.seed());
    List<Asset> drawn = new ArrayList<>();
    for (int i = 0; i < spec.assets(); i++) {
      boolean stable = i < stablecoins;
      double price = stable ? 1 : Math.exp(random.nextDouble(Math.log(0.1), Math.log(100_000)));
      drawn.add(
          new Asset(
              stable ? "S" + i : "V" + (i - stablecoins),
              stable,
              THRESHOLDS[i % THRESHOLDS.length],
              price));
    }
    assets = List.copyOf(drawn);
  }

  public MarketSpec spec() {
    return spec;
  }

  public List<Asset> assets() {
    return assets;
  }

  /** The first so many assets are stablecoins. */
  public int stablecoins() {
    return stablecoins;
  }

  /** The first mark of every asset. */
  public MarketInstant firstMarks() {
    List<AssetState> states = new ArrayList<>();
    for (Asset asset : assets) {
      states.add(asset.at(asset.firstPrice(), MarketSpec.START));
    }
    return new MarketInstant(MarketInstant.FIRST_MARKS, states);
  }

  /** Prices from the first tick on, drawn anew. */
  public PricePath prices() {
    RandomWalk walk = new RandomWalk(this, 0, 1, 0);
    return spec.kind() == MarketKind.WALK ? walk : new Crash(this, walk);
  }

  /**
   * Prices of a walk that comes back to the first ones, so that how far it strays, and how many
   * accounts cross their lines, does not change with time. An asset strays by its move of one tick
   * times the root of half the memory.
   *
   * @param memory moves of one asset after which it has come back by all but 1/e, above 1
   */
  public PricePath returningPrices(double memory) {
    return new RandomWalk(this, 0, 1, 1 / memory);
  }

  /**
   * Prices of a walk in real time: how far an asset goes in a second does not depend on how many
   * quotes say so.
   *
   * @param number of the walk: prices that have been there before move nobody over a line
   * @param quotesPerSecond of all assets
   * @param volatility so many times that of the assets; above 0
   */
  public PricePath livePrices(int number, int quotesPerSecond, double volatility) {
    double secondsPerMove = assets.size() / (double) quotesPerSecond;
    return new RandomWalk(this, number, volatility * volatility * secondsPerMove, 0);
  }

  /** Everything by default, but for the liquidation thresholds. */
  public RiskParameters parameters() {
    Map<String, AssetParameters> byName = new HashMap<>();
    for (Asset asset : assets) {
      byName.put(
          asset.name(),
          AssetParameters.defaults(asset.name())
              .withMargin(MarginRules.DEFAULTS.withLiquidationThreshold(asset.threshold())));
    }
    return new RiskParameters(
        BarRules.DEFAULTS,
        LevelRules.DEFAULTS,
        ForecastRules.DEFAULTS,
        RiskParameters.DEFAULT_CANDLE_INTERVAL_MS,
        Execution.NONE,
        byName,
        Map.of());
  }
}
