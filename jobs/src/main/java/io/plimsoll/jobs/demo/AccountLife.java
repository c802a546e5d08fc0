package io.plimsoll.jobs.demo;

import io.plimsoll.risk.account.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is done with an account after it was opened: by its owner, when he looks and is afraid, and
 * by liquidators, when the network lets them.
 */
final class AccountLife {

  /** A debt below this is repaid whole: to come twice is not worth a liquidator's while. */
  private static final double WHOLE_BELOW_USD = 20_000;

  private final DemoAccount account;
  private final PricePaths prices;
  private final PositionTape tape;
  private final Chance chance;
  private final boolean sequenced;
  private final boolean attentive;
  private final double alarm;

  AccountLife(DemoAccount account, PricePaths prices, PositionTape tape, Chance chance) {
    this.account = account;
    this.prices = prices;
    this.tape = tape;
    this.chance = chance;
    sequenced = chance.happens(0.8);
    attentive = chance.happens(0.3);
    alarm = chance.between(1.02, 1.3);
  }

  void live(double opened) {
    for (DemoHolding holding : account.holdings()) {
      tape.update(account, holding, opened, sequenced);
    }
    for (double now = opened + chance.between(1, 20);
        now < Timetable.MINUTES;
        now += chance.between(15, 45)) {
      for (List<DemoHolding> pocket : account.pockets()) {
        look(pocket, now);
      }
    }
  }

  private void look(List<DemoHolding> pocket, double now) {
    if (pocket.stream().anyMatch(holding -> cannotAct(holding, now))) {
      return;
    }
    double health = account.health(pocket, prices, now);
    double turbulence = Timetable.TURBULENCE.at(now);
    // Thresholds tighten in a storm, and a full network serves few of those who are in a hurry.
    if (health * (1 - 0.1 * turbulence) < 1) {
      if (chance.happens(0.35 * (1 - 0.6 * turbulence))) {
        beLiquidated(pocket, now);
      }
    } else if (health < alarm) {
      if (attentive && chance.happens(0.3 * (1 - 0.6 * turbulence))) {
        defend(pocket, now);
      }
    } else if (chance.happens(0.0012)) {
      useTheRoom(pocket, now);
    }
  }

  private void defend(List<DemoHolding> pocket, double now) {
    double drawn = chance.between(0, 1);
    Optional<DemoHolding> liability = largest(pocket, now, false);
    Optional<DemoHolding> collateral = largest(pocket, now, true);
    if (drawn < 0.45) {
      collateral.ifPresent(holding -> scale(holding, chance.between(1.1, 1.4), now));
    } else if (drawn < 0.8) {
      liability.ifPresent(holding -> scale(holding, chance.between(0.4, 0.8), now));
    } else {
      double share = chance.between(0.1, 0.5);
      if (liability.isPresent() && collateral.isPresent()) {
        settle(liability.get(), collateral.get(), share, 0, now);
      }
    }
  }

  /** Nobody comes for a debt that nothing stands against: it stays, as bad debt. */
  private void beLiquidated(List<DemoHolding> pocket, double now) {
    Optional<DemoHolding> liability = largest(pocket, now, false);
    Optional<DemoHolding> collateral = largest(pocket, now, true);
    if (liability.isPresent() && collateral.isPresent()) {
      double share = liability.get().value(prices, now) < WHOLE_BELOW_USD ? 1 : 0.5;
      settle(liability.get(), collateral.get(), share, collateral.get().asset().bonus(), now);
    }
  }

  /** Somebody with room borrows more, or takes collateral away. */
  private void useTheRoom(List<DemoHolding> pocket, double now) {
    boolean collateral = chance.happens(0.5);
    largest(pocket, now, collateral)
        .ifPresent(
            holding ->
                scale(
                    holding,
                    collateral ? chance.between(0.8, 0.97) : chance.between(1.03, 1.2),
                    now));
  }

  /** A share of a liability is paid out of collateral in one instant, as far as that goes. */
  private void settle(
      DemoHolding liability, DemoHolding collateral, double share, double bonus, double now) {
    double owed =
        liability.kind() == Kind.DEBT
            ? liability.value(prices, now) * (1 + bonus)
            : -liability.result(prices, now);
    double has = collateral.value(prices, now);
    double paid = owed > 0 ? Math.min(share, has / owed) : share;
    scale(liability, 1 - paid, now);
    scale(collateral, Math.max(0, 1 - paid * owed / has), now);
  }

  private void scale(DemoHolding holding, double factor, double now) {
    boolean overtaken = sequenced && chance.happens(0.006);
    if (overtaken) {
      tape.update(account, holding, now + chance.between(1, 6), true);
    }
    holding.change(holding.amount() * factor);
    tape.update(account, holding, now, sequenced);
    if (sequenced && chance.happens(0.01)) {
      tape.again(now + chance.between(0.1, 8));
    }
  }

  private Optional<DemoHolding> largest(
      List<DemoHolding> pocket, double now, boolean ofCollateral) {
    return pocket.stream()
        .filter(holding -> (holding.kind() == Kind.COLLATERAL) == ofCollateral)
        .filter(holding -> holding.amount() > 0)
        .max(Comparator.comparingDouble(holding -> holding.value(prices, now)));
  }

  private static boolean cannotAct(DemoHolding holding, double now) {
    return holding.venue().equals(Timetable.WEAK_VENUE) && Timetable.VENUE_DOWN.contains(now);
  }
}
