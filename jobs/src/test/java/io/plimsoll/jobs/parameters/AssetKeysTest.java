package io.plimsoll.jobs.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.risk.parameters.AssetParameters;
import io.plimsoll.risk.parameters.GuardRules;
import io.plimsoll.risk.parameters.RateRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every key of an asset, by a table that knows nothing of the loader's own. */
class AssetKeysTest {

  private static final String FRACTION = "a number from 0 to 1";
  private static final String NOT_NEGATIVE = "a number of at least 0";
  private static final String POSITIVE = "a number above 0";
  private static final String UP_TO_ONE = "a number above 0 and at most 1";
  private static final String DURATION =
      "a duration of at least 0: a number and a unit (ms, s, m, h or d) or 0, in whole"
          + " milliseconds, at most 1000000d";

  record Row(
      String key,
      String good,
      Function<AssetParameters, Object> field,
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
          margin("liquidationThreshold", a -> a.margin().liquidationThreshold(), "0", FRACTION),
          margin("loanToValue", a -> a.margin().loanToValue(), "0", FRACTION),
          row("bonus", "0.07", a -> a.margin().bonus(), d("0.07"), d("0.05"), "-0.1", NOT_NEGATIVE),
          margin("protocolFee", a -> a.margin().protocolFee(), "0.1", FRACTION),
          row(
              "borrowFactor",
              "0.98",
              a -> a.margin().borrowFactor(),
              d("0.98"),
              d("1"),
              "0",
              UP_TO_ONE),
          margin("maintenanceMargin", a -> a.margin().maintenanceMargin(), "0.05", FRACTION),
          margin("maintenanceMax", a -> a.margin().maintenanceMax(), "0.5", FRACTION),
          margin("hedgeHaircut", a -> a.margin().hedgeHaircut(), "0.02", FRACTION),
          margin("closingFee", a -> a.margin().closingFee(), "0.005", FRACTION),
          row("maxAge", "5m", a -> a.guard().maxAgeMs(), 300_000L, 3_600_000L, "-5m", DURATION),
          row(
              "minSources",
              "2",
              a -> a.guard().minSources(),
              2,
              1,
              "0",
              "a whole number of at least 1"),
          row(
              "maxDeviation",
              "0.03",
              a -> a.guard().maxDeviation(),
              0.03,
              0.02,
              "-1",
              NOT_NEGATIVE),
          row(
              "confidenceMultiplier",
              "2",
              a -> a.guard().confidenceMultiplier(),
              2.0,
              1.0,
              "-1",
              NOT_NEGATIVE),
          row(
              "maxConfidence",
              "0.01",
              a -> a.guard().maxConfidence(),
              0.01,
              0.05,
              "-1",
              NOT_NEGATIVE),
          row(
              "maxJump",
              "0.04",
              a -> a.guard().maxJump(),
              0.04,
              GuardRules.NO_LIMIT,
              "0",
              POSITIVE),
          row(
              "jumpConfirmation",
              "90s",
              a -> a.guard().jumpConfirmationMs(),
              90_000L,
              300_000L,
              "2",
              DURATION),
          row("minPrice", "0.5", a -> a.guard().minPrice(), 0.5, 0.0, "-0.5", NOT_NEGATIVE),
          row(
              "maxPrice",
              "1000000",
              a -> a.guard().maxPrice(),
              1e6,
              GuardRules.NO_LIMIT,
              "0",
              POSITIVE),
          row("maxFuture", "500ms", a -> a.guard().maxFutureMs(), 500L, 10_000L, "1w", DURATION),
          row(
              "doubt",
              "10",
              a -> a.guard().doubt(),
              d("10"),
              d("0.25"),
              "10.1",
              "a number from 0 to 10"),
          row(
              "referenceVolatility",
              "0.9",
              a -> a.loadFactor().referenceVolatility(),
              0.9,
              0.8,
              "0",
              POSITIVE),
          row(
              "sensitivity",
              "0.2",
              a -> a.loadFactor().sensitivity(),
              0.2,
              0.0,
              "-1",
              NOT_NEGATIVE),
          row(
              "stressSensitivity",
              "0.1",
              a -> a.loadFactor().stressSensitivity(),
              0.1,
              0.0,
              "-1",
              FRACTION),
          row(
              "minLoadFactor",
              "0.85",
              a -> a.loadFactor().minLoadFactor(),
              0.85,
              0.5,
              "0",
              UP_TO_ONE),
          row(
              "tightenPerHour",
              "0.3",
              a -> a.loadFactor().tightenPerHour(),
              0.3,
              0.02,
              "-1",
              NOT_NEGATIVE),
          row(
              "relaxPerHour",
              "0.1",
              a -> a.loadFactor().relaxPerHour(),
              0.1,
              0.005,
              "-1",
              NOT_NEGATIVE),
          row(
              "depthPerWindow",
              "5e6",
              AssetParameters::depthPerWindowUsd,
              5e6,
              AssetParameters.NO_LIMIT,
              "0",
              POSITIVE),
          row("venue", "l2", AssetParameters::venue, "l2", "main", "''", "a venue's name"),
          row(
              "maxRateGrowth",
              "0",
              a -> a.rates().maxRateGrowth(),
              0.0,
              RateRules.NO_LIMIT,
              "-1",
              NOT_NEGATIVE),
          row(
              "anchorRate",
              "1.05",
              a -> a.rates().anchorRate(),
              1.05,
              RateRules.FIRST_TOLD,
              "0",
              POSITIVE),
          row(
              "anchorTime",
              "2026-01-31T12:00:00Z",
              a -> a.rates().anchorTimeMs(),
              1_769_860_800_000L,
              0L,
              "1769860800",
              "an instant: epoch milliseconds (12 to 14 digits: not seconds, not microseconds) or"
                  + " ISO-8601 such as 2021-01-31T23:59:59.999Z"),
          row("maxIndexStep", "0.2", a -> a.rates().maxIndexStep(), 0.2, 0.1, "-1", NOT_NEGATIVE),
          row("halted", "true", a -> a.guard().halted(), true, false, "yes", "true or false"));

  @ParameterizedTest
  @FieldSource("ROWS")
  void aGoodValueArrivesInItsFieldAndNowhereElse(Row row) {
    AssetParameters asset = asset(row, row.good());

    assertThat(row.field().apply(asset)).isEqualTo(row.arrives());
    for (Row other : ROWS) {
      if (!other.key().equals(row.key()) && !derived(row.key(), other.key())) {
        assertThat(other.field().apply(asset)).as(other.key()).isEqualTo(other.byDefault());
      }
    }
  }

  @ParameterizedTest
  @FieldSource("ROWS")
  void aBadValueIsRefusedWithItsLine(Row row) {
    String shown = row.bad().equals("''") ? "\"\"" : row.bad();

    assertThatExceptionOfType(ParameterFileException.class)
        .isThrownBy(() -> asset(row, row.bad()))
        .withMessage(
            "parameters.yaml:4: assets.ETH.%s: %s is not allowed; allowed is %s",
            row.key(), shown, row.allowed());
  }

  @Test
  void theTablesNameTheSameKeys() {
    assertThat(ROWS.stream().map(Row::key)).isEqualTo(AssetKeys.NAMES);
  }

  @Test
  void anAssetWithoutKeysHasTheDefaults() {
    assertThat(ParameterFile.parse("p", "assets: {ETH: }").asset("ETH"))
        .isEqualTo(AssetParameters.defaults("ETH"));
  }

  private static AssetParameters asset(Row row, String value) {
    String partner =
        switch (row.key()) {
          case "anchorRate" -> "    anchorTime: 1769860800000\n";
          case "anchorTime" -> "    anchorRate: 1.05\n";
          default -> "";
        };
    String yaml =
        "assets:\n  ETH:\n    # the key\n    " + row.key() + ": " + value + "\n" + partner;
    return ParameterFile.parse("parameters.yaml", yaml).asset("ETH");
  }

  private static boolean derived(String from, String key) {
    return from.startsWith("anchor") && key.startsWith("anchor")
        || from.equals("liquidationThreshold") && key.equals("loanToValue");
  }

  private static Row margin(
      String key, Function<AssetParameters, Object> field, String byDefault, String allowed) {
    return row(key, "0.123", field, d("0.123"), d(byDefault), "1.2", allowed);
  }

  private static Row row(
      String key,
      String good,
      Function<AssetParameters, Object> field,
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
