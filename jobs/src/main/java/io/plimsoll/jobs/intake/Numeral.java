package io.plimsoll.jobs.intake;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Reads a number as people write it: an optional sign, digits with an optional point, an optional
 * exponent, blanks around it. Neither NaN nor Infinity, no hexadecimal, no type suffix. Reused from
 * cell to cell; not thread-safe.
 */
final class Numeral {

  /** Digits before and after the point of an amount: decimal(38,18). */
  static final int AMOUNT_DIGITS = 20;

  static final int AMOUNT_DECIMALS = 18;

  /** Digits that always fit a long. */
  private static final int LONG_DIGITS = 18;

  /** Every whole number up to it is a double. */
  private static final long EXACT_IN_DOUBLE = 1L << 53;

  /** Every power of ten up to it is a double. */
  private static final double[] TENS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /** Far beyond any number that is in range, far from an overflow of the sums below. */
  private static final long EXPONENT_LIMIT = 1L << 40;

  private final char[] digits = new char[AMOUNT_DIGITS + AMOUNT_DECIMALS];

  private char[] text;
  private int from;
  private int to;
  private boolean negative;

  /** Digits from the first that is not 0, and how many of them up to the last that is not 0. */
  private long significant;

  private long meaningful;

  /** The first {@link #LONG_DIGITS} significant digits. */
  private long mantissa;

  /** The power of ten of the last digit written. */
  private long power;

  /** Reads the number; false if it is none. */
  boolean read(char[] chars, int start, int end) {
    text = chars;
    from = start;
    to = end;
    while (from < to && chars[from] <= ' ') {
      from++;
    }
    while (to > from && chars[to - 1] <= ' ') {
      to--;
    }
    int at = from;
    negative = at < to && chars[at] == '-';
    if (at < to && (chars[at] == '-' || chars[at] == '+')) {
      at++;
    }
    at = readDigits(at);
    return at >= 0 && (at == to || readExponent(at));
  }

  /** Reads digits and a point; the place after them, or -1 if there is no digit. */
  private int readDigits(int start) {
    significant = 0;
    meaningful = 0;
    mantissa = 0;
    power = 0;
    boolean point = false;
    int at = start;
    for (; at < to; at++) {
      char c = text[at];
      if (c == '.' && !point) {
        point = true;
      } else if (c >= '0' && c <= '9') {
        add(c);
        power -= point ? 1 : 0;
      } else {
        break;
      }
    }
    return at - start - (point ? 1 : 0) > 0 ? at : -1;
  }

  private void add(char digit) {
    if (digit == '0' && significant == 0) {
      return;
    }
    if (significant < LONG_DIGITS) {
      mantissa = 10 * mantissa + (digit - '0');
    }
    if (significant < digits.length) {
      digits[(int) significant] = digit;
    }
    significant++;
    if (digit != '0') {
      meaningful = significant;
    }
  }

  private boolean readExponent(int start) {
    int at = start;
    if (text[at] != 'e' && text[at] != 'E') {
      return false;
    }
    at++;
    boolean minus = at < to && text[at] == '-';
    if (at < to && (text[at] == '-' || text[at] == '+')) {
      at++;
    }
    if (at == to) {
      return false;
    }
    long exponent = 0;
    for (; at < to; at++) {
      if (text[at] < '0' || text[at] > '9') {
        return false;
      }
      exponent = Math.min(EXPONENT_LIMIT, 10 * exponent + (text[at] - '0'));
    }
    power += minus ? -exponent : exponent;
    return true;
  }

  /** The nearest double, infinite when there is none; never a negative zero. */
  double toDouble() {
    if (significant == 0) {
      return 0.0;
    }
    if (significant <= LONG_DIGITS
        && mantissa <= EXACT_IN_DOUBLE
        && Math.abs(power) < TENS.length) {
      // Both are exact, so one operation rounds once: the nearest double.
      double tens = TENS[(int) Math.abs(power)];
      double size = power < 0 ? mantissa / tens : mantissa * tens;
      return negative ? -size : size;
    }
    return Double.parseDouble(new String(text, from, to - from)) + 0.0;
  }

  /** Whether it is a decimal(38,18). */
  boolean isAmount() {
    return significant == 0
        || (significant + power <= AMOUNT_DIGITS && lowest() >= -AMOUNT_DECIMALS);
  }

  /** The exact value of an amount, without trailing zeros after the point and without exponent. */
  BigDecimal toAmount() {
    if (significant == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal size =
        meaningful <= LONG_DIGITS
            ? BigDecimal.valueOf(meaningfulDigits(), (int) -lowest())
            : new BigDecimal(
                new BigInteger(new String(digits, 0, (int) meaningful)), (int) -lowest());
    BigDecimal plain = size.scale() < 0 ? size.setScale(0) : size;
    return negative ? plain.negate() : plain;
  }

  /** The number that the digits up to the last that is not 0 make, when they fit a long. */
  private long meaningfulDigits() {
    long number = mantissa;
    for (long zeros = Math.min(significant, LONG_DIGITS) - meaningful; zeros > 0; zeros--) {
      number /= 10;
    }
    return number;
  }

  /** Whether it is a whole number that fits a long. */
  boolean isLong() {
    if (significant == 0) {
      return true;
    }
    // Nineteen digits may or may not fit; an amount holds them, and tells.
    return lowest() >= 0
        && significant + power <= LONG_DIGITS + 1
        && toAmount().toBigInteger().bitLength() < Long.SIZE;
  }

  long toLong() {
    return power == 0 && significant <= LONG_DIGITS
        ? negative ? -mantissa : mantissa
        : toAmount().longValue();
  }

  /** The power of ten of the last digit that is not 0. */
  private long lowest() {
    return power + significant - meaningful;
  }
}
