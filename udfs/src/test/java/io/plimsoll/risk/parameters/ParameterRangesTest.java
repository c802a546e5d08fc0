package io.plimsoll.risk.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row: the field, a value, and what is said to be allowed, or {@code ok}. */
class ParameterRangesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          liquidationThreshold | -0.1 | a number from 0 to 1
          liquidationThreshold | 1.01 | a number from 0 to 1
          loanToValue          | -1   | a number from 0 to 1
          loanToValue          | 1.1  | a number from 0 to 1
          bonus                | -0.01| a number of at least 0
          bonus                | 100  | ok
          protocolFee          | 1.1  | a number from 0 to 1
          borrowFactor         | 0    | a number above 0 and at most 1
          borrowFactor         | 1.01 | a number above 0 and at most 1
          borrowFactor         | 1    | ok
          maintenanceMargin    | -0.1 | a number from 0 to 1
          maintenanceMargin    | 0    | ok
          maintenanceMax       | 1.5  | a number from 0 to 1
          hedgeHaircut         | -1   | a number from 0 to 1
          closingFee           | 2    | a number from 0 to 1
          """)
  void margin(String key, String value, String allowed) {
    holds(MarginRules.DEFAULTS, key, value, allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          maxAgeMs             | -1   | a duration of at least 0
          maxAgeMs             | 0    | ok
          minSources           | 0    | a whole number of at least 1
          maxDeviation         | -0.1 | a number of at least 0
          maxDeviation         | NaN  | a number of at least 0
          confidenceMultiplier | -1   | a number of at least 0
          confidenceMultiplier | Infinity | a number of at least 0
          maxConfidence        | -1   | a number of at least 0
          maxJump              | 0    | a number above 0
          maxJump              | NaN  | a number above 0
          maxJump              | Infinity | ok
          jumpConfirmationMs   | -1   | a duration of at least 0
          jumpConfirmationMs   | 0    | ok
          minPrice             | -1   | a number of at least 0
          maxPrice             | 0    | a number above 0
          maxPrice             | Infinity | ok
          maxFutureMs          | -1   | a duration of at least 0
          doubt                | -0.1 | a number from 0 to 10
          doubt                | 10.1 | a number from 0 to 10
          doubt                | 10   | ok
          """)
  void guard(String key, String value, String allowed) {
    holds(GuardRules.DEFAULTS, key, value, allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          marginCall           | 0.99 | a number of at least 1
          marginCall           | 1    | ok
          hysteresis           | -0.1 | a number of at least 0
          targetHealthFactor   | 0.99 | a number of at least 1
          closeFactor          | 0    | a number above 0
          closeFactor          | 1.1  | a number from 0 to 1
          fullLiquidationBelow | 1.1  | a number from 0 to 1
          dustUsd              | -1   | a number of at least 0
          graceHealthFactor    | -0.1 | a number from 0 to 1
          graceHealthFactor    | 1.1  | a number from 0 to 1
          gracePeriodMs        | -1   | a duration of at least 0
          """)
  void levels(String key, String value, String allowed) {
    holds(LevelRules.DEFAULTS, key, value, allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          referenceVolatility  | 0    | a number above 0
          referenceVolatility  | Infinity | a number above 0
          sensitivity          | -1   | a number of at least 0
          stressSensitivity    | 1.1  | a number from 0 to 1
          minLoadFactor        | 0    | a number above 0 and at most 1
          minLoadFactor        | 1.1  | a number above 0 and at most 1
          tightenPerHour       | -1   | a number of at least 0
          relaxPerHour         | NaN  | a number of at least 0
          """)
  void loadFactor(String key, String value, String allowed) {
    holds(LoadFactorRules.DEFAULTS, key, value, allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          maxRateGrowth        | -0.1 | a number of at least 0
          maxRateGrowth        | 0    | ok
          anchorRate           | 0    | a number above 0
          anchorRate           | Infinity | a number above 0
          anchorRate           | NaN  | ok
          maxIndexStep         | -1   | a number of at least 0
          """)
  void rates(String key, String value, String allowed) {
    holds(RateRules.DEFAULTS, key, value, allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          intervalMs           | 0    | a duration above 0
          halfLifeMs           | 0    | a duration above 0
          windowMs             | -1   | a duration above 0
          """)
  void bars(String key, String value, String allowed) {
    holds(BarRules.DEFAULTS, key, value, allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          depthWindowMs        | 0    | a duration above 0
          criticalHealthFactor | -1   | a number of at least 0
          horizonMs            | 0    | a duration above 0
          stressDeviations     | -1   | a number of at least 0
          alertProbability     | 1.1  | a number from 0 to 1
          recoveryRatio        | -1   | a number of at least 0
          recoveryTightening   | 0    | a number above 0 and at most 1
          """)
  void forecast(String key, String value, String allowed) {
    holds(ForecastRules.DEFAULTS, key, value, allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          depthPerWindowUsd    | 0    | a number above 0
          depthPerWindowUsd    | NaN  | a number above 0
          depthPerWindowUsd    | Infinity | ok
          venue                | ''   | a venue's name
          """)
  void asset(String key, String value, String allowed) {
    holds(AssetParameters.defaults("ETH"), key, value, allowed);
  }

  @Nested
  class RulesOfTwoFields {

    @Test
    void theHighestPriceIsNotBelowTheLowest() {
      GuardRules floor = changed(GuardRules.DEFAULTS, "minPrice", "2");
      assertThatCode(() -> changed(floor, "maxPrice", "2")).doesNotThrowAnyException();
      refused(() -> changed(floor, "maxPrice", "1.9"), "maxPrice", "a number of at least minPrice");
    }

    @Test
    void aSeizureMustNotMakeAnAccountWorse() {
      MarginRules atLimit = changed(MarginRules.DEFAULTS, "bonus", "0.25");
      assertThatCode(() -> changed(atLimit, "liquidationThreshold", "0.8"))
          .doesNotThrowAnyException();
      refused(
          () -> changed(atLimit, "liquidationThreshold", "0.800000000000000001"),
          "bonus",
          "one with liquidationThreshold·(1 + bonus) of at most 1 (here 1.00000000000000000125)");
    }

    @Test
    void norInACategory() {
      BigDecimal threshold = new BigDecimal("0.97");
      assertThatCode(() -> new Category.Terms(threshold, new BigDecimal("0.03")))
          .doesNotThrowAnyException();
      refused(
          () -> new Category.Terms(threshold, new BigDecimal("0.04")),
          "bonus",
          "one with liquidationThreshold·(1 + bonus) of at most 1 (here 1.0088)");
    }
  }

  @Nested
  class Categories {

    @Test
    void aMarginCallIsAbsentOrAtLeastOne() {
      assertThat(new Category("c", Category.GLOBAL_MARGIN_CALL, Map.of()).hasMarginCall())
          .isFalse();
      assertThat(new Category("c", BigDecimal.ONE, Map.of()).hasMarginCall()).isTrue();
      for (String c : new String[] {"0.99", "-1"}) {
        refused(
            () -> new Category("c", new BigDecimal(c), Map.of()),
            "marginCall",
            "a number of at least 1");
      }
    }

    @Test
    void termsStayInRange() {
      BigDecimal one = BigDecimal.ONE;
      refused(
          () -> new Category.Terms(new BigDecimal("1.1"), BigDecimal.ZERO),
          "liquidationThreshold",
          "a number from 0 to 1");
      refused(() -> new Category.Terms(one, one.negate()), "bonus", "a number of at least 0");
    }
  }

  @Nested
  class WholeParameters {

    @Test
    void anAssetHasAName() {
      refused(() -> AssetParameters.defaults(""), "assets", "an asset's name");
    }

    @Test
    void aCandleDoesNotCloseBeforeItOpens() {
      RiskParameters nothing =
          new RiskParameters(
              BarRules.DEFAULTS,
              LevelRules.DEFAULTS,
              ForecastRules.DEFAULTS,
              0,
              Execution.NONE,
              Map.of(),
              Map.of());
      refused(
          () -> changed(nothing, "candleIntervalMs", "-1"),
          "candleInterval",
          "a duration of at least 0");
      assertThat(nothing.knows("ETH")).isFalse();
      assertThatThrownBy(() -> nothing.asset("ETH")).isInstanceOf(IllegalArgumentException.class);
    }
  }

  // The field of a record is the key in the file, but for its unit.
  private static String key(String field) {
    return field.replaceAll("(Ms|Usd)$", "").replaceAll("^interval$", "barInterval");
  }

  private static void holds(Record rules, String field, String value, String allowed) {
    if (allowed.equals("ok")) {
      assertThatCode(() -> changed(rules, field, value)).doesNotThrowAnyException();
    } else {
      refused(() -> changed(rules, field, value), key(field), allowed);
    }
  }

  private static void refused(ThrowingCallable made, String key, String allowed) {
    assertThatThrownBy(made)
        .isInstanceOfSatisfying(
            ParameterException.class,
            refusal -> {
              assertThat(refusal.key()).isEqualTo(key);
              assertThat(refusal.allowed()).isEqualTo(allowed);
              assertThat(refusal)
                  .hasMessageContainingAll(key, refusal.value(), "is not allowed", allowed);
            });
  }

  /** The same record with one component changed. */
  private static <R extends Record> R changed(R rules, String field, String value) {
    try {
      RecordComponent[] components = rules.getClass().getRecordComponents();
      Object[] arguments = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        arguments[i] =
            components[i].getName().equals(field)
                ? parsed(components[i].getType(), value)
                : components[i].getAccessor().invoke(rules);
      }
      assertThat(components).extracting(RecordComponent::getName).contains(field);
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      @SuppressWarnings("unchecked")
      R changed = (R) rules.getClass().getDeclaredConstructor(types).newInstance(arguments);
      return changed;
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object parsed(Class<?> type, String value) {
    if (type == BigDecimal.class) {
      return new BigDecimal(value);
    } else if (type == double.class) {
      return Double.parseDouble(value);
    } else if (type == long.class) {
      return Long.parseLong(value);
    } else if (type == int.class) {
      return Integer.parseInt(value);
    }
    return value;
  }
}
