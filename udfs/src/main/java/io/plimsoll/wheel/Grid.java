package io.plimsoll.wheel;

/**
 * Cuts the doubles into buckets, in order: sign, exponent and the first bits of the mantissa, taken
 * as one whole number. Piecewise linear, near enough to a logarithm, and without rounding: {@code a
 * ≤ b} implies {@code bucket(a) ≤ bucket(b)}, always.
 */
final class Grid {

  /**
   * Of 52: 32,768 buckets between a price and its double. With four times as wide ones an account
   * near its line fires too early twice as often; narrower ones save little more.
   */
  static final int MANTISSA_BITS = 15;

  private static final int SHIFT = 52 - MANTISSA_BITS;

  private Grid() {}

  /** The bucket of a number; negative ones lie below zero's. */
  static int bucket(double value) {
    long bits = Double.doubleToRawLongBits(value);
    // Two's complement orders positive doubles; negative ones come in reverse.
    long ordered = bits ^ ((bits >> 63) & Long.MAX_VALUE);
    return (int) (ordered >> SHIFT);
  }
}
