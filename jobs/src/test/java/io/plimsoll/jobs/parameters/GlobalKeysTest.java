package io.plimsoll.jobs.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.risk.parameters.BarRules;
import io.plimsoll.risk.parameters.Execution;
import io.plimsoll.risk.parameters.ForecastRules;
import io.plimsoll.risk.parameters.LevelRules;
import io.plimsoll.risk.parameters.RiskParameters;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every global key, by a table that knows nothing of the loader's own. */
class GlobalKeysTest {

  private static final String FRACTION = "a number from 0 to 1";
  private static final String NOT_NEGATIVE = "a number of at least 0";
  private static final String AT_LEAST_ONE = "a number of at least 1";
  private static final String POSITIVE = "a number above 0";
  private static final String UP_TO_ONE = "a number above 0 and at most 1";
  private static final String DURATION =
      "a duration of at least 0: a number and a unit (ms, s, m, h or d) or 0, in whole"
          + " milliseconds, at most 1000000d";
  private static final String LASTING =
      "a duration above 0: a number and a unit (ms, s, m, h or d), in whole milliseconds, at most"
          + " 1000000d";

  record Row(
      String key,
      String good,
      Function<RiskParameters, Object> field,
      Object arrives,
      Object byDefault,
      String bad,
      String allowed) {

    @Override
    public String toString() {
      return key;
    }
  }

  static final List<Row> ROWS =
      List.of(
          row("barInterval", "30s", p -> p.bars().intervalMs(), 30_000L, 60_000L, "0", LASTING),
          row(
              "halfLife",
              "1d",
              p -> p.bars().halfLifeMs(),
              86_400_000L,
              21_600_000L,
              "0h",
              LASTING),
          row("window", "1.5h", p -> p.bars().windowMs(), 5_400_000L, 3_600_000L, "1 h", LASTING),
          row(
              "estimator",
              "max",
              p -> p.bars().estimator(),
              BarRules.Estimator.MAX,
              BarRules.Estimator.EWMA,
              "MAXIMUM",
              "one of EWMA, REALISED, MAX"),
          row(
              "marginCall",
              "1.25",
              p -> p.levels().marginCall(),
              d("1.25"),
              d("1.10"),
              "0.99",
              AT_LEAST_ONE),
          row(
              "hysteresis",
              "0",
              p -> p.levels().hysteresis(),
              d("0"),
              d("0.02"),
              "-0.01",
              NOT_NEGATIVE),
          row(
              "targetHealthFactor",
              "1.01",
              p -> p.levels().targetHealthFactor(),
              d("1.01"),
              d("1.05"),
              "0.9",
              AT_LEAST_ONE),
          row("closeFactor", "1", p -> p.levels().closeFactor(), d("1"), d("0.5"), "0", UP_TO_ONE),
          row(
              "fullLiquidationBelow",
              "0.9",
              p -> p.levels().fullLiquidationBelow(),
              d("0.9"),
              d("0.95"),
              "1.01",
              FRACTION),
          row("dust", "50", p -> p.levels().dustUsd(), d("50"), d("100"), "-1", NOT_NEGATIVE),
          row(
              "candleInterval",
              "1h",
              RiskParameters::candleIntervalMs,
              3_600_000L,
              60_000L,
              "60",
              DURATION),
          row(
              "gracePeriod",
              "0",
              p -> p.levels().gracePeriodMs(),
              0L,
              3_600_000L,
              "0.5ms",
              DURATION),
          row(
              "graceHealthFactor",
              "0.9",
              p -> p.levels().graceHealthFactor(),
              d("0.9"),
              d("0.95"),
              "1.1",
              FRACTION),
          row(
              "execution",
              "paper",
              RiskParameters::execution,
              Execution.PAPER,
              Execution.NONE,
              "LIVE",
              "one of NONE, PAPER"),
          row(
              "depthWindow",
              "10m",
              p -> p.forecast().depthWindowMs(),
              600_000L,
              3_600_000L,
              "1000001d",
              LASTING),
          row(
              "criticalHealthFactor",
              "0.5",
              p -> p.forecast().criticalHealthFactor(),
              0.5,
              0.0,
              "0",
              POSITIVE),
          row(
              "horizon",
              "2h",
              p -> p.forecast().horizonMs(),
              7_200_000L,
              3_600_000L,
              "2H",
              LASTING),
          row(
              "stressDeviations",
              "2.5",
              p -> p.forecast().stressDeviations(),
              2.5,
              3.0,
              "-1",
              NOT_NEGATIVE),
          row(
              "alertProbability",
              "0.1",
              p -> p.forecast().alertProbability(),
              0.1,
              0.05,
              "5%",
              FRACTION),
          row(
              "recoveryRatio",
              "1.5",
              p -> p.forecast().recoveryRatio(),
              1.5,
              0.0,
              "-1.5",
              POSITIVE),
          row(
              "recoveryTightening",
              "1",
              p -> p.forecast().recoveryTightening(),
              1.0,
              0.9,
              "0",
              UP_TO_ONE));

  @ParameterizedTest
  @FieldSource("ROWS")
  void aGoodValueArrivesInItsFieldAndNowhereElse(Row row) {
    RiskParameters parameters = parse(row.key(), row.good());

    assertThat(row.field().apply(parameters)).isEqualTo(row.arrives());
    for (Row other : ROWS) {
      if (!other.key().equals(row.key())) {
        assertThat(other.field().apply(parameters)).as(other.key()).isEqualTo(other.byDefault());
      }
    }
  }

  @ParameterizedTest
  @FieldSource("ROWS")
  void aBadValueIsRefusedWithItsLine(Row row) {
    assertThatExceptionOfType(ParameterFileException.class)
        .isThrownBy(() -> parse(row.key(), row.bad()))
        .withMessage(
            "parameters.yaml:3: global.%s: %s is not allowed; allowed is %s",
            row.key(), row.bad(), row.allowed());
  }

  @Test
  void theTablesNameTheSameKeys() {
    assertThat(ROWS.stream().map(Row::key)).isEqualTo(GlobalKeys.NAMES);
  }

  @Test
  void withoutGlobalKeysTheDefaultsHold() {
    RiskParameters parameters = ParameterFile.parse("p", "assets: {ETH: {}}");

    assertThat(parameters.bars()).isEqualTo(BarRules.DEFAULTS);
    assertThat(parameters.levels()).isEqualTo(LevelRules.DEFAULTS);
    assertThat(parameters.forecast()).isEqualTo(ForecastRules.DEFAULTS);
    assertThat(parameters.candleIntervalMs()).isEqualTo(RiskParameters.DEFAULT_CANDLE_INTERVAL_MS);
  }

  private static RiskParameters parse(String key, String value) {
    String yaml = "assets: {ETH: {}}\nglobal:\n  " + key + ": " + value + "\n";
    return ParameterFile.parse("parameters.yaml", yaml);
  }

  private static Row row(
      String key,
      String good,
      Function<RiskParameters, Object> field,
      Object arrives,
      Object byDefault,
      String bad,
      String allowed) {
    return new Row(key, good, field, arrives, byDefault, bad, allowed);
  }

  private static BigDecimal d(String digits) {
    return new BigDecimal(digits);
  }
}
