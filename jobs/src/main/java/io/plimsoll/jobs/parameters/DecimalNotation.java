package io.plimsoll.jobs.parameters;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** A number that is kept as the decimal written. */
record DecimalNotation(Range interval) implements Notation<BigDecimal> {

  /** A number in YAML 1.2 without .inf, .nan, hexadecimal, octal and underscores. */
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?");

  /** On each side of the point. More is a slip, and exact arithmetic would carry it along. */
  private static final int MOST_DIGITS = 100;

  @Override
  public Optional<BigDecimal> read(String text) {
    return number(text).filter(interval::holds);
  }

  static Optional<BigDecimal> number(String text) {
    if (text.length() > 2 * MOST_DIGITS + 10 || !DECIMAL.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(text);
    if (value.scale() > MOST_DIGITS || value.precision() - value.scale() > MOST_DIGITS) {
      return Optional.empty();
    }
    return Optional.of(value.scale() < 0 ? value.setScale(0) : value);
  }

  @Override
  public String print(BigDecimal value) {
    return value.toPlainString();
  }

  @Override
  public String range() {
    return "a number " + interval.words();
  }
}
