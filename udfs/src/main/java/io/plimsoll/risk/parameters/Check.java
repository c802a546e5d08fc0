package io.plimsoll.risk.parameters;

import java.math.BigDecimal;

/** Range checks that name the key and what is allowed; the caller adds where the key stands. */
final class Check {

  private Check() {}

  static void that(boolean holds, String key, Object value, String allowed) {
    if (!holds) {
      throw new ParameterException(key, String.valueOf(value), allowed);
    }
  }

  static void between(BigDecimal low, BigDecimal value, BigDecimal high, String key) {
    that(
        value.compareTo(low) >= 0 && value.compareTo(high) <= 0,
        key,
        value.toPlainString(),
        "a number from " + low.toPlainString() + " to " + high.toPlainString());
  }

  static void fraction(BigDecimal value, String key) {
    between(BigDecimal.ZERO, value, BigDecimal.ONE, key);
  }

  static void positive(BigDecimal value, String key) {
    that(value.signum() > 0, key, value.toPlainString(), "a number above 0");
  }

  static void atLeast(BigDecimal low, BigDecimal value, String key) {
    that(
        value.compareTo(low) >= 0,
        key,
        value.toPlainString(),
        "a number of at least " + low.toPlainString());
  }

  static void fraction(double value, String key) {
    that(value >= 0 && value <= 1, key, value, "a number from 0 to 1");
  }

  static void notNegative(double value, String key) {
    that(value >= 0 && value < Double.POSITIVE_INFINITY, key, value, "a number of at least 0");
  }

  static void positive(double value, String key) {
    that(value > 0 && value < Double.POSITIVE_INFINITY, key, value, "a number above 0");
  }

  static void duration(long millis, String key) {
    that(millis >= 0, key, millis + " ms", "a duration of at least 0");
  }

  static void positiveDuration(long millis, String key) {
    that(millis > 0, key, millis + " ms", "a duration above 0");
  }
}
