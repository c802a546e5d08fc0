package io.plimsoll.twin;

import java.math.BigDecimal;

/** What liquidations on paper have taken of a holding, and what a perpetual brought or cost. */
record Taken(BigDecimal amount, BigDecimal value) {
  static final Taken NOTHING = new Taken(BigDecimal.ZERO, BigDecimal.ZERO);

  Taken more(BigDecimal amountMore, Rational price) {
    BigDecimal bought = Rational.of(amountMore).times(price).roundedDown(18);
    return new Taken(amount.add(amountMore), value.add(bought));
  }

  Taken less(BigDecimal covered, BigDecimal atMost) {
    return new Taken(amount.subtract(covered).min(atMost), value);
  }

  /** After the history has itself reduced a perpetual from one size to another. */
  Taken after(BigDecimal from, BigDecimal to) {
    BigDecimal left = to.compareTo(from) < 0 ? amount.subtract(from.subtract(to)) : amount;
    if (left.signum() <= 0) {
      return NOTHING;
    }
    Rational share = Rational.of(left).over(Rational.of(amount));
    return left.compareTo(amount) == 0
        ? this
        : new Taken(left, Rational.of(value).times(share).roundedDown(18));
  }
}
