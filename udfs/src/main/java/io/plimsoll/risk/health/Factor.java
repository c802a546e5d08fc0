package io.plimsoll.risk.health;

import io.plimsoll.risk.exact.Rational;
import java.math.BigDecimal;

/**
 * A decimal parameter that multiplies a sum, with its nearest double beside it.
 *
 * @param exact as written
 * @param approx nearest double
 */
public record Factor(BigDecimal exact, double approx) {

  public static final Factor ONE = of(BigDecimal.ONE);

  public static Factor of(BigDecimal exact) {
    return new Factor(exact, exact.doubleValue());
  }

  Rational rational() {
    return Rational.of(exact);
  }
}
