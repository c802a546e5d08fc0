package io.plimsoll.twin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An exact quotient of two decimals: every decision of the twin is taken on these, so that no
 * rounding can ever make it agree with a wrong production decision.
 */
final class Rational implements Comparable<Rational> {
  static final Rational ZERO = new Rational(BigDecimal.ZERO, BigDecimal.ONE);
  static final Rational ONE = new Rational(BigDecimal.ONE, BigDecimal.ONE);
  private static final MathContext TO_DOUBLE = new MathContext(60);

  private final BigDecimal numerator;

  /** Always above 0. */
  private final BigDecimal denominator;

  private Rational(BigDecimal numerator, BigDecimal denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  static Rational of(BigDecimal value) {
    return new Rational(value, BigDecimal.ONE);
  }

  /** The decimal as written. */
  static Rational of(String written) {
    return of(new BigDecimal(written));
  }

  /** The exact number that the double is. */
  static Rational of(double value) {
    return of(new BigDecimal(value));
  }

  Rational plus(Rational other) {
    if (denominator.compareTo(other.denominator) == 0) {
      return new Rational(numerator.add(other.numerator), denominator);
    }
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  Rational minus(Rational other) {
    return plus(other.negate());
  }

  Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  Rational abs() {
    return signum() < 0 ? negate() : this;
  }

  Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  Rational over(Rational other) {
    BigDecimal bottom = denominator.multiply(other.numerator);
    BigDecimal top = numerator.multiply(other.denominator);
    if (bottom.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    return bottom.signum() > 0
        ? new Rational(top, bottom)
        : new Rational(top.negate(), bottom.negate());
  }

  int signum() {
    return numerator.signum();
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  boolean below(Rational other) {
    return compareTo(other) < 0;
  }

  Rational min(Rational other) {
    return compareTo(other) <= 0 ? this : other;
  }

  Rational max(Rational other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** For output only; {@code null} where a double cannot hold it. */
  Double toDouble() {
    double value = numerator.divide(denominator, TO_DOUBLE).doubleValue();
    return Double.isInfinite(value) ? null : value;
  }

  BigDecimal roundedDown(int decimals) {
    return numerator.divide(denominator, decimals, RoundingMode.DOWN);
  }

  /** The number as a decimal, or {@code null} when it has no finite one. */
  BigDecimal asDecimal() {
    try {
      return numerator.divide(denominator);
    } catch (ArithmeticException nonTerminating) {
      return null;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rational && compareTo((Rational) other) == 0;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(numerator.divide(denominator, MathContext.DECIMAL32).doubleValue());
  }

  @Override
  public String toString() {
    return numerator.divide(denominator, MathContext.DECIMAL128).toPlainString();
  }
}
