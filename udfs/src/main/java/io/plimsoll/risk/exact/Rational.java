package io.plimsoll.risk.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An exact quotient of two decimals. Immutable.
 *
 * <p>Amounts and parameters are decimals, and so is every finite double; sums and products of them
 * stay decimals, and only a division (by a borrow factor, a load factor, a price) needs a
 * denominator. Fractions are not reduced: an account has few of them, and a comparison multiplies
 * across. Each asset with a maintenance margin and a load factor below 1 brings a denominator of
 * some fifty digits, so the cost grows faster than the number of perpetuals.
 */
public final class Rational implements Comparable<Rational> {

  public static final Rational ZERO = new Rational(BigDecimal.ZERO, BigDecimal.ONE);
  public static final Rational ONE = new Rational(BigDecimal.ONE, BigDecimal.ONE);

  /** Twice the digits of a double, so that rounding once more to a double does no harm. */
  private static final MathContext SHOWN = new MathContext(40, RoundingMode.HALF_EVEN);

  /** Below 63, so that it fits a long; above 54, so that its last bit is only a witness. */
  private static final int QUOTIENT_BITS = 60;

  /** Shifts of which the result is a normal double, with room to spare. */
  private static final int ORDINARY = 900;

  private final BigDecimal numerator;

  /** Above zero. */
  private final BigDecimal denominator;

  private Rational(BigDecimal numerator, BigDecimal denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  public static Rational of(BigDecimal value) {
    return new Rational(value, BigDecimal.ONE);
  }

  /** The exact number that a finite double is. */
  public static Rational of(double value) {
    return new Rational(new BigDecimal(value), BigDecimal.ONE);
  }

  public Rational plus(Rational other) {
    if (sameDenominator(other)) {
      return new Rational(numerator.add(other.numerator), denominator);
    }
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Rational minus(Rational other) {
    return plus(other.negate());
  }

  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  public Rational times(BigDecimal factor) {
    return new Rational(numerator.multiply(factor), denominator);
  }

  /** Divides by a number that is not zero. */
  public Rational over(Rational divisor) {
    int sign = divisor.numerator.signum();
    if (sign == 0) {
      throw new ArithmeticException("division by zero");
    }
    BigDecimal up = numerator.multiply(divisor.denominator);
    BigDecimal down = denominator.multiply(divisor.numerator);
    return sign > 0 ? new Rational(up, down) : new Rational(up.negate(), down.negate());
  }

  public Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  public Rational abs() {
    return numerator.signum() < 0 ? negate() : this;
  }

  public int signum() {
    return numerator.signum();
  }

  @Override
  public int compareTo(Rational other) {
    return sameDenominator(other)
        ? numerator.compareTo(other.numerator)
        : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  public boolean isBelow(Rational other) {
    return compareTo(other) < 0;
  }

  public Rational min(Rational other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Rational max(Rational other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /**
   * The nearest double, ties to even. Whole numbers are shifted and divided, for the way by decimal
   * digits ({@link BigDecimal#doubleValue}) takes ten times as long; numbers at the edge of what a
   * double can be go by it all the same.
   */
  public double toDouble() {
    int sign = numerator.signum();
    if (sign == 0) {
      return 0;
    }
    BigInteger up = numerator.unscaledValue().abs();
    BigInteger down = denominator.unscaledValue();
    int scale = numerator.scale() - denominator.scale();
    if (scale < 0) {
      up = up.multiply(BigInteger.TEN.pow(-scale));
    } else {
      down = down.multiply(BigInteger.TEN.pow(scale));
    }
    // A quotient of more bits than a mantissa has; what is left over breaks ties.
    int shift = QUOTIENT_BITS - (up.bitLength() - down.bitLength());
    if (shift > 0) {
      up = up.shiftLeft(shift);
    } else {
      down = down.shiftLeft(-shift);
    }
    if (Math.abs(shift) > ORDINARY) {
      return numerator.divide(denominator, SHOWN).doubleValue();
    }
    BigInteger[] quotient = up.divideAndRemainder(down);
    long bits = quotient[0].longValue();
    bits = quotient[1].signum() == 0 ? bits : bits | 1;
    return sign * Math.scalb((double) bits, -shift);
  }

  /** The decimal of so many digits after the point that is nearest from the side of zero. */
  public BigDecimal roundTowardZero(int digitsAfterPoint) {
    return numerator.divide(denominator, digitsAfterPoint, RoundingMode.DOWN);
  }

  private boolean sameDenominator(Rational other) {
    return denominator.compareTo(other.denominator) == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rational that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(toDouble());
  }

  @Override
  public String toString() {
    return numerator.toPlainString() + "/" + denominator.toPlainString();
  }
}
