package io.plimsoll.jobs.watch;

import io.plimsoll.risk.account.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Liquidations that a history has itself, of accounts that paper has liquidated before (risk model
 * §7): a debt that paper has repaid in part and a collateral that fall at one instant. What paper
 * has repaid covers the fall of the debt, and the same share of what was seized for it is not
 * seized again, whichever collateral the history took.
 */
final class HistoricLiquidations {

  /** Digits after the point of an amount. */
  private static final int DIGITS = 18;

  /** A share of debts that fell, as a fraction: of how much the fall was, so much is covered. */
  private record Share(BigDecimal covered, BigDecimal fall) {
    boolean isBelow(Share other) {
      return covered.multiply(other.fall).compareTo(other.covered.multiply(fall)) < 0;
    }

    BigDecimal of(BigDecimal amount) {
      return amount.multiply(covered).divide(fall, DIGITS, RoundingMode.DOWN);
    }
  }

  private final List<Position> before;
  private final List<Position> after;

  private HistoricLiquidations(List<Position> before, List<Position> after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Covers them.
   *
   * @param before the account's positions before the rows of an instant
   * @param after the same in the same order, and new ones behind them; changed in place
   * @param isolated whether each venue is liquidated by itself
   */
  static void cover(List<Position> before, List<Position> after, boolean isolated) {
    if (!isTouched(before)) {
      return;
    }
    HistoricLiquidations history = new HistoricLiquidations(before, after);
    if (!isolated) {
      history.cover(Unit.WHOLE);
      return;
    }
    Set<String> venues = new TreeSet<>();
    before.forEach(position -> venues.add(position.venue()));
    venues.forEach(history::cover);
  }

  /** Asked of every account that changes; hardly any was ever touched. */
  private static boolean isTouched(List<Position> positions) {
    for (int i = 0; i < positions.size(); i++) {
      if (!positions.get(i).taken().isNothing()) {
        return true;
      }
    }
    return false;
  }

  private void cover(String unit) {
    Share share = null;
    boolean seized = false;
    boolean fell = false;
    for (int i = 0; i < before.size(); i++) {
      fell |= fell(i, unit);
      if (fell(i, unit) && before.get(i).kind() == Kind.COLLATERAL) {
        seized = true;
      } else if (fell(i, unit) && !before.get(i).taken().isNothing()) {
        Share own = new Share(covered(i), fall(i));
        share = share == null || own.isBelow(share) ? own : share;
      }
    }
    if (fell && isClosed(unit)) {
      close(unit);
      return;
    }
    if (share == null || !seized) {
      return;
    }
    for (int i = 0; i < before.size(); i++) {
      if (fell(i, unit)) {
        boolean owed = before.get(i).kind() == Kind.DEBT;
        Taken left = before.get(i).taken().minus(owed ? covered(i) : share.of(fall(i)));
        after.set(i, after.get(i).with(left));
      }
    }
  }

  private void close(String unit) {
    for (int i = 0; i < before.size(); i++) {
      if (isSpotOf(unit, before.get(i))) {
        after.set(i, after.get(i).with(Taken.NOTHING));
      }
    }
  }

  /** Nothing is owed or held by its rows any more: then nothing is, on paper either. */
  private boolean isClosed(String unit) {
    for (Position position : after) {
      if (isSpotOf(unit, position) && position.amount().signum() > 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpotOf(String unit, Position position) {
    return !position.kind().isPerpetual() && Unit.includes(unit, position.venue());
  }

  private boolean fell(int i, String unit) {
    return isSpotOf(unit, before.get(i)) && fall(i).signum() > 0;
  }

  private BigDecimal fall(int i) {
    return before.get(i).amount().subtract(after.get(i).amount());
  }

  private BigDecimal covered(int i) {
    return fall(i).min(before.get(i).taken().amount());
  }
}
