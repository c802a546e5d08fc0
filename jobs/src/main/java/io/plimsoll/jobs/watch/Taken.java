package io.plimsoll.jobs.watch;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What liquidations carried out on paper have taken of a position, beside what its rows tell (risk
 * model §7): the account holds what the row tells less this.
 *
 * @param amount units, at most what the row tells; below 0 of collateral that the history has lost
 *     to a liquidation of its own, and paper has not
 * @param valueUsd what a LONG was sold for, or a SHORT bought back for; 0 of spot
 */
record Taken(BigDecimal amount, BigDecimal valueUsd) {

  /** Digits after the point of what is rounded, down. */
  private static final int DIGITS = 18;

  static final Taken NOTHING = new Taken(BigDecimal.ZERO, BigDecimal.ZERO);

  boolean isNothing() {
    return amount.signum() == 0;
  }

  /** The same with more taken, at a price; 0 for spot. */
  Taken plus(BigDecimal more, BigDecimal priceUsd) {
    BigDecimal value = more.multiply(priceUsd).setScale(DIGITS, RoundingMode.DOWN);
    return new Taken(amount.add(more), valueUsd.add(value));
  }

  /**
   * Of a perpetual that the history has closed in part: what was closed on paper covers that first,
   * so that nothing is closed twice.
   *
   * @param fall by how much the amount told has fallen; below 0 for a rise, which takes nothing
   */
  Taken coveringFall(BigDecimal fall) {
    if (isNothing() || fall.signum() <= 0) {
      return this;
    }
    if (fall.compareTo(amount) >= 0) {
      return NOTHING;
    }
    BigDecimal left = amount.subtract(fall);
    return new Taken(left, valueUsd.multiply(left).divide(amount, DIGITS, RoundingMode.DOWN));
  }

  /** Of spot, so much less: the history has done itself what was done on paper. */
  Taken minus(BigDecimal covered) {
    return new Taken(amount.subtract(covered), valueUsd);
  }

  /** Of spot: no more than there is. */
  Taken upTo(BigDecimal told) {
    return amount.compareTo(told) > 0 ? new Taken(told, valueUsd) : this;
  }
}
