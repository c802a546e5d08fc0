package io.plimsoll.risk;

import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.mark.MarkStatus;
import io.plimsoll.risk.parameters.AssetParameters;
import io.plimsoll.risk.parameters.BarRules;
import io.plimsoll.risk.parameters.Category;
import io.plimsoll.risk.parameters.Execution;
import io.plimsoll.risk.parameters.ForecastRules;
import io.plimsoll.risk.parameters.LevelRules;
import io.plimsoll.risk.parameters.RiskParameters;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A market as a scenario writes it: assets, rules, categories, and what the assets are worth now.
 * Accounts are opened in it with {@link #account}.
 */
public final class Market {

  /** What an asset is worth now, kept beside the table so that a test can recompute from it. */
  public record State(
      MarkStatus status, double low, double mid, double high, double x, double b, double g) {

    public boolean isOk() {
      return status == MarkStatus.OK;
    }
  }

  private final Map<String, AssetParameters> assets = new LinkedHashMap<>();
  private final Map<String, Category> categories = new HashMap<>();
  private final Map<String, State> states = new HashMap<>();
  private final AssetTable table;
  private LevelRules levels = LevelRules.DEFAULTS;

  private Market(List<AssetParameters> parameters) {
    for (AssetParameters one : parameters) {
      assets.put(one.asset(), one);
    }
    table = new AssetTable(parameters);
  }

  public static Market of(Asset... assets) {
    return new Market(Stream.of(assets).map(Asset::parameters).toList());
  }

  // What it is worth.

  /** An OK mark without width. */
  public Market mark(String asset, double mid) {
    return mark(asset, mid, mid, mid);
  }

  public Market mark(String asset, double low, double mid, double high) {
    State now = state(asset);
    return put(asset, new State(MarkStatus.OK, low, mid, high, now.x, now.b, now.g));
  }

  /** The mark stays, but is not to be believed. */
  public Market doubt(String asset) {
    return status(asset, MarkStatus.DISPUTED);
  }

  public Market status(String asset, MarkStatus status) {
    State now = state(asset);
    return put(asset, new State(status, now.low, now.mid, now.high, now.x, now.b, now.g));
  }

  public Market rate(String asset, double x) {
    State now = state(asset);
    return put(asset, new State(now.status, now.low, now.mid, now.high, x, now.b, now.g));
  }

  public Market index(String asset, double b) {
    State now = state(asset);
    return put(asset, new State(now.status, now.low, now.mid, now.high, now.x, b, now.g));
  }

  public Market loadFactor(String asset, double g) {
    State now = state(asset);
    return put(asset, new State(now.status, now.low, now.mid, now.high, now.x, now.b, g));
  }

  public Market put(String asset, State s) {
    states.put(asset, s);
    table.update(table.id(asset), s.status, s.mid, s.low, s.high, s.x, s.b, s.g);
    return this;
  }

  /** The state of an asset; of one without a mark, what a first mark starts from. */
  public State state(String asset) {
    return states.getOrDefault(asset, new State(MarkStatus.STALE, 0, 0, 0, 1, 1, 1));
  }

  public boolean isMarked(String asset) {
    return states.containsKey(asset);
  }

  // Its rules.

  public Market marginCall(String c) {
    return rules(c, null, null, null, null, null);
  }

  public Market hysteresis(String h) {
    return rules(null, h, null, null, null, null);
  }

  public Market target(String healthFactor) {
    return rules(null, null, healthFactor, null, null, null);
  }

  public Market closeFactor(String share) {
    return rules(null, null, null, share, null, null);
  }

  public Market fullLiquidationBelow(String healthFactor) {
    return rules(null, null, null, null, healthFactor, null);
  }

  public Market dust(String usd) {
    return rules(null, null, null, null, null, usd);
  }

  private Market rules(String c, String h, String target, String close, String full, String dust) {
    levels =
        new LevelRules(
            or(c, levels.marginCall()),
            or(h, levels.hysteresis()),
            or(target, levels.targetHealthFactor()),
            or(close, levels.closeFactor()),
            or(full, levels.fullLiquidationBelow()),
            or(dust, levels.dustUsd()),
            levels.graceHealthFactor(),
            levels.gracePeriodMs());
    return this;
  }

  private static BigDecimal or(String given, BigDecimal present) {
    return given == null ? present : new BigDecimal(given);
  }

  /** A category without a margin call of its own; list assets with {@link #lists}. */
  public Market category(String name) {
    return category(name, "0");
  }

  public Market category(String name, String marginCall) {
    categories.put(name, new Category(name, new BigDecimal(marginCall), Map.of()));
    return this;
  }

  public Market lists(String category, String asset, String threshold, String bonus) {
    Category old = categories.get(category);
    Map<String, Category.Terms> listed = new HashMap<>(old.assets());
    listed.put(asset, new Category.Terms(new BigDecimal(threshold), new BigDecimal(bonus)));
    categories.put(category, new Category(category, old.marginCall(), listed));
    return this;
  }

  // What tests ask of it.

  public Account account() {
    return new Account(this);
  }

  public AssetTable table() {
    return table;
  }

  public LevelRules levels() {
    return levels;
  }

  public RiskParameters parameters() {
    return new RiskParameters(
        BarRules.DEFAULTS,
        levels,
        ForecastRules.DEFAULTS,
        RiskParameters.DEFAULT_CANDLE_INTERVAL_MS,
        Execution.NONE,
        assets,
        categories);
  }
}
