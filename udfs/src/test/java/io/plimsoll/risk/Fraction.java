package io.plimsoll.risk;

import io.plimsoll.risk.exact.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A reduced fraction of two whole numbers: the arithmetic that the tests recompute with. It shares
 * no line and no idea with {@link Rational}, whose numbers are decimals that are never reduced.
 */
public final class Fraction implements Comparable<Fraction> {

  public static final Fraction ZERO = of("0");
  public static final Fraction ONE = of("1");

  private final BigInteger up;
  private final BigInteger down;

  private Fraction(BigInteger up, BigInteger down) {
    BigInteger shared = up.gcd(down).multiply(BigInteger.valueOf(down.signum()));
    this.up = up.divide(shared);
    this.down = down.divide(shared);
  }

  public static Fraction of(String decimal) {
    return of(new BigDecimal(decimal));
  }

  public static Fraction of(BigDecimal decimal) {
    BigInteger power = BigInteger.TEN.pow(Math.abs(decimal.scale()));
    return decimal.scale() >= 0
        ? new Fraction(decimal.unscaledValue(), power)
        : new Fraction(decimal.unscaledValue().multiply(power), BigInteger.ONE);
  }

  /** What the bits of a double say. */
  public static Fraction of(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) ((bits >> 52) & 0x7ff);
    long mantissa = bits & 0xfffffffffffffL;
    if (exponent == 0) {
      exponent = 1; // subnormal
    } else {
      mantissa |= 1L << 52;
    }
    BigInteger whole = BigInteger.valueOf(bits < 0 ? -mantissa : mantissa);
    int shift = exponent - 1075;
    return shift >= 0
        ? new Fraction(whole.shiftLeft(shift), BigInteger.ONE)
        : new Fraction(whole, BigInteger.ONE.shiftLeft(-shift));
  }

  public Fraction plus(Fraction other) {
    return new Fraction(
        up.multiply(other.down).add(other.up.multiply(down)), down.multiply(other.down));
  }

  public Fraction minus(Fraction other) {
    return plus(other.negate());
  }

  public Fraction times(Fraction other) {
    return new Fraction(up.multiply(other.up), down.multiply(other.down));
  }

  public Fraction over(Fraction other) {
    return new Fraction(up.multiply(other.down), down.multiply(other.up));
  }

  public Fraction negate() {
    return new Fraction(up.negate(), down);
  }

  public Fraction abs() {
    return signum() < 0 ? negate() : this;
  }

  public int signum() {
    return up.signum();
  }

  public Fraction min(Fraction other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Fraction max(Fraction other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Whole units of {@code 10^-digits}, the rest cut off. */
  public BigDecimal cut(int digits) {
    return new BigDecimal(up.multiply(BigInteger.TEN.pow(digits)).divide(down), digits);
  }

  /** The same number for comparison with what the main code says. */
  public Rational rational() {
    return Rational.of(new BigDecimal(up)).over(Rational.of(new BigDecimal(down)));
  }

  public double toDouble() {
    return rational().toDouble();
  }

  @Override
  public int compareTo(Fraction other) {
    return up.multiply(other.down).compareTo(other.up.multiply(down));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fraction that && up.equals(that.up) && down.equals(that.down);
  }

  @Override
  public int hashCode() {
    return 31 * up.hashCode() + down.hashCode();
  }

  @Override
  public String toString() {
    return up + "/" + down;
  }
}
