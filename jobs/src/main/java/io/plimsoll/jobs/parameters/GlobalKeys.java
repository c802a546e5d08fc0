package io.plimsoll.jobs.parameters;

import io.plimsoll.risk.parameters.BarRules;
import io.plimsoll.risk.parameters.Execution;
import io.plimsoll.risk.parameters.ForecastRules;
import io.plimsoll.risk.parameters.LevelRules;
import io.plimsoll.risk.parameters.RiskParameters;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The keys that hold for every asset and account (risk model §11, "Global"). */
final class GlobalKeys {

  private static final RiskParameters DEFAULTS =
      new RiskParameters(
          BarRules.DEFAULTS,
          LevelRules.DEFAULTS,
          ForecastRules.DEFAULTS,
          RiskParameters.DEFAULT_CANDLE_INTERVAL_MS,
          Execution.NONE,
          Map.of(),
          Map.of());

  static final Key<RiskParameters, Long> BAR_INTERVAL =
      key(
          "barInterval",
          new DurationNotation(false),
          p -> p.bars().intervalMs(),
          "duration",
          "§3",
          "Δ: a bar closes at every multiple of it since the epoch, and moves volatility"
              + " and load factor");

  static final Key<RiskParameters, Long> HALF_LIFE =
      key(
          "halfLife",
          new DurationNotation(false),
          p -> p.bars().halfLifeMs(),
          "duration",
          "§3",
          "after which a return weighs half in the EWMA variance; shorter follows faster"
              + " and is noisier");

  static final Key<RiskParameters, Long> WINDOW =
      key(
          "window",
          new DurationNotation(false),
          p -> p.bars().windowMs(),
          "duration",
          "§3",
          "W: span of the realised volatility");

  static final Key<RiskParameters, BarRules.Estimator> ESTIMATOR =
      key(
          "estimator",
          new ChoiceNotation<>(BarRules.Estimator.class),
          p -> p.bars().estimator(),
          "word",
          "§3",
          "which volatility moves the load factor");

  static final Key<RiskParameters, BigDecimal> MARGIN_CALL =
      key(
          "marginCall",
          new DecimalNotation(Range.atLeast(1)),
          p -> p.levels().marginCall(),
          "health factor",
          "§6",
          "c: below it an account is called; too close to 1 and the call comes with the"
              + " liquidation");

  static final Key<RiskParameters, BigDecimal> HYSTERESIS =
      key(
          "hysteresis",
          new DecimalNotation(Range.atLeast(0)),
          p -> p.levels().hysteresis(),
          "health factor",
          "§6",
          "h: how far above a line an account must be to be released; too low and levels flicker");

  static final Key<RiskParameters, BigDecimal> TARGET_HEALTH_FACTOR =
      key(
          "targetHealthFactor",
          new DecimalNotation(Range.atLeast(1)),
          p -> p.levels().targetHealthFactor(),
          "health factor",
          "§7",
          "h*: what a liquidation restores");

  static final Key<RiskParameters, BigDecimal> CLOSE_FACTOR =
      key(
          "closeFactor",
          new DecimalNotation(Range.ABOVE_ZERO_UP_TO_ONE),
          p -> p.levels().closeFactor(),
          "fraction",
          "§7",
          "share of a debt that is repaid at once");

  static final Key<RiskParameters, BigDecimal> FULL_LIQUIDATION_BELOW =
      key(
          "fullLiquidationBelow",
          new DecimalNotation(Range.FRACTION),
          p -> p.levels().fullLiquidationBelow(),
          "health factor",
          "§7",
          "below it the whole debt may be repaid");

  static final Key<RiskParameters, BigDecimal> DUST =
      key(
          "dust",
          new DecimalNotation(Range.atLeast(0)),
          p -> p.levels().dustUsd(),
          "USD",
          "§7",
          "value below which nothing is left behind");

  static final Key<RiskParameters, Long> CANDLE_INTERVAL =
      key(
          "candleInterval",
          new DurationNotation(true),
          RiskParameters::candleIntervalMs,
          "duration",
          "§12",
          "from the open time of a candle in a file to the instant of its close");

  static final Key<RiskParameters, Long> GRACE_PERIOD =
      key(
          "gracePeriod",
          new DurationNotation(true),
          p -> p.levels().gracePeriodMs(),
          "duration",
          "§6",
          "how long after a venue is back its accounts keep the lower line");

  static final Key<RiskParameters, BigDecimal> GRACE_HEALTH_FACTOR =
      key(
          "graceHealthFactor",
          new DecimalNotation(Range.FRACTION),
          p -> p.levels().graceHealthFactor(),
          "health factor",
          "§6",
          "f: the line of liquidation while a venue is down or in its grace period");

  static final Key<RiskParameters, Execution> EXECUTION =
      key(
          "execution",
          new ChoiceNotation<>(Execution.class),
          RiskParameters::execution,
          "word",
          "§7",
          "PAPER: a backfill carries out what its events offer, so that the outcome of parameters"
              + " shows; refused where anything is watched live");

  static final Key<RiskParameters, Long> DEPTH_WINDOW =
      key(
          "depthWindow",
          new DurationNotation(false),
          p -> p.forecast().depthWindowMs(),
          "duration",
          "§8",
          "sliding window of `depthPerWindow`");

  static final Key<RiskParameters, Double> CRITICAL_HEALTH_FACTOR =
      key(
              "criticalHealthFactor",
              new DoubleNotation(Range.ABOVE_ZERO),
              p -> p.forecast().criticalHealthFactor(),
              "health factor",
              "§8",
              "a trigger below it passes the depth limit")
          .orNone("absent: none passes");

  static final Key<RiskParameters, Long> HORIZON =
      key(
          "horizon",
          new DurationNotation(false),
          p -> p.forecast().horizonMs(),
          "duration",
          "§9",
          "T: how far ahead breaches are looked for");

  static final Key<RiskParameters, Double> STRESS_DEVIATIONS =
      key(
          "stressDeviations",
          new DoubleNotation(Range.atLeast(0)),
          p -> p.forecast().stressDeviations(),
          "standard deviations",
          "§9",
          "q: how far all prices move against an account before it is watched");

  static final Key<RiskParameters, Double> ALERT_PROBABILITY =
      key(
          "alertProbability",
          new DoubleNotation(Range.FRACTION),
          p -> p.forecast().alertProbability(),
          "fraction",
          "§9",
          "breach probability within the horizon that issues a forecast");

  static final Key<RiskParameters, Double> RECOVERY_RATIO =
      key(
              "recoveryRatio",
              new DoubleNotation(Range.ABOVE_ZERO),
              p -> p.forecast().recoveryRatio(),
              "ratio",
              "§10",
              "collateral over debt of the whole book below which recovery mode begins")
          .orNone("absent: never");

  static final Key<RiskParameters, Double> RECOVERY_TIGHTENING =
      key(
          "recoveryTightening",
          new DoubleNotation(Range.ABOVE_ZERO_UP_TO_ONE),
          p -> p.forecast().recoveryTightening(),
          "factor",
          "§10",
          "multiplies every load factor's target in recovery mode");

  /** In the order of the risk model. */
  static final List<Key<RiskParameters, ?>> TABLE =
      List.of(
          BAR_INTERVAL,
          HALF_LIFE,
          WINDOW,
          ESTIMATOR,
          MARGIN_CALL,
          HYSTERESIS,
          TARGET_HEALTH_FACTOR,
          CLOSE_FACTOR,
          FULL_LIQUIDATION_BELOW,
          DUST,
          CANDLE_INTERVAL,
          GRACE_PERIOD,
          GRACE_HEALTH_FACTOR,
          EXECUTION,
          DEPTH_WINDOW,
          CRITICAL_HEALTH_FACTOR,
          HORIZON,
          STRESS_DEVIATIONS,
          ALERT_PROBABILITY,
          RECOVERY_RATIO,
          RECOVERY_TIGHTENING);

  static final List<String> NAMES = TABLE.stream().<String>map(Key::name).toList();

  private GlobalKeys() {}

  private static <T> Key<RiskParameters, T> key(
      String name,
      Notation<T> notation,
      Function<RiskParameters, T> inForce,
      String unit,
      String section,
      String meaning) {
    return Key.of(DEFAULTS, name, notation, inForce, unit, section, meaning);
  }
}
