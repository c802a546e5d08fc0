package io.plimsoll.twin;

import io.plimsoll.twin.RandomAccount.Lot;
import java.math.BigDecimal;
import java.util.List;

/**
 * Fills accounts so that they sit exactly on a boundary of §6 when calm assets come to a likely
 * price, or one unit of the 18th decimal beside it: only exact decisions get these right.
 */
final class BoundaryAccounts {
  private static final Rational UNIT = Rational.of("0.000000000000000001");

  private final Draw draw;
  private final List<RandomAsset> calm;
  private final List<RandomAsset> all;
  private final Rational c;
  private final Rational h;
  private final Rational f;
  private final Rational deep;
  private final Rational dust;
  private final Rational closeFactor;

  BoundaryAccounts(Draw draw, RandomParameters parameters) {
    this.draw = draw;
    this.all = parameters.assets;
    this.calm =
        parameters.assets.stream()
            .filter(asset -> asset.isCalm() && asset.number("liquidationThreshold", "0") > 0)
            .toList();
    Section global = Section.of(parameters.global);
    this.c = global.exact("marginCall", "1.10");
    this.h = global.exact("hysteresis", "0.02");
    this.f = global.exact("graceHealthFactor", "0.95");
    this.deep = global.exact("fullLiquidationBelow", "0.95");
    this.dust = global.exact("dust", "100");
    this.closeFactor = global.exact("closeFactor", "0.5");
  }

  /** Fills the account, or leaves it empty when the numbers do not come out finite. */
  void open(RandomAccount account) {
    if (calm.isEmpty()) {
      return;
    }
    boolean leaving = draw.chance(0.5);
    Rational ratio =
        leaving
            ? draw.pick(c.plus(h), Rational.ONE.plus(h))
            : draw.pick(Rational.ONE, Rational.ONE, c, c, f, deep);
    int steps = leaving ? draw.between(1, 3) : draw.between(-2, 0);
    if (draw.chance(0.15) && dust.signum() > 0) {
      dust(account);
      return;
    }
    switch (draw.between(0, 5)) {
      case 0, 1 -> loan(account, ratio, steps);
      case 2, 3 -> perpetual(account, ratio, steps);
      case 4 -> equity(account, leaving ? h : Rational.ZERO, steps);
      default -> ties(account);
    }
  }

  /** A calm asset other than the given one, rather one that hardly moves. */
  private RandomAsset steadierThan(RandomAsset other) {
    List<RandomAsset> steady =
        calm.stream().filter(asset -> asset.base == 1 && asset != other).toList();
    return steady.isEmpty() || draw.chance(0.2) ? draw.pick(calm) : draw.pick(steady);
  }

  /** Collateral times threshold is exactly the ratio times debt over borrow factor. */
  private void loan(RandomAccount account, Rational ratio, int steps) {
    RandomAsset has = draw.pick(calm);
    RandomAsset owes = steadierThan(has);
    if (has == owes) {
      return;
    }
    Rational scale = Rational.of(BigDecimal.valueOf(draw.between(1, 4_000), draw.between(0, 4)));
    Rational owesPrice = Rational.of(owes.priceAfter(0));
    Rational collateral = scale.times(ratio).times(owesPrice);
    Rational debt =
        scale
            .times(Rational.of(has.priceAfter(steps)))
            .times(has.exact("liquidationThreshold", "0"))
            .times(owes.exact("borrowFactor", "1"));
    put(account, has, Kind.COLLATERAL, collateral, null);
    put(account, owes, Kind.DEBT, debt, null);
  }

  /** Cash and profit are exactly the ratio times the maintenance margin. */
  private void perpetual(RandomAccount account, Rational ratio, int steps) {
    RandomAsset traded = draw.pick(calm);
    RandomAsset cash = steadierThan(traded);
    if (cash == traded) {
      return;
    }
    Kind kind = draw.pick(Kind.LONG, Kind.SHORT);
    Rational units = Rational.of(BigDecimal.valueOf(draw.between(1, 4_000), draw.between(0, 4)));
    Rational price = Rational.of(traded.priceAfter(kind == Kind.LONG ? steps : -steps));
    Rational entry =
        Rational.of(traded.base).times(Rational.of(draw.pick("1", "0.9375", "1.0625")));
    Rational gain = price.minus(entry).times(units);
    Rational need =
        ratio.times(units).times(price).times(traded.exact("maintenanceMargin", "0.05"));
    Rational missing = need.minus(kind == Kind.LONG ? gain : gain.negate());
    Rational worth = Rational.of(cash.priceAfter(0)).times(cash.exact("liquidationThreshold", "0"));
    put(account, traded, kind, units, entry);
    put(account, cash, Kind.COLLATERAL, missing.over(worth), null);
  }

  /** E is exactly a share of L. */
  private void equity(RandomAccount account, Rational share, int steps) {
    RandomAsset has = draw.pick(calm);
    RandomAsset owes = steadierThan(has);
    if (has == owes) {
      return;
    }
    Rational scale = Rational.of(BigDecimal.valueOf(draw.between(1, 4_000), draw.between(0, 4)));
    Rational owesPrice = Rational.of(owes.priceAfter(0));
    Rational perDebt = Rational.ONE.plus(share.over(owes.exact("borrowFactor", "1")));
    put(account, has, Kind.COLLATERAL, scale.times(owesPrice).times(perDebt), null);
    put(account, owes, Kind.DEBT, scale.times(Rational.of(has.priceAfter(steps))), null);
  }

  /** Repaying as much as allowed at once leaves exactly the dust. */
  private void dust(RandomAccount account) {
    RandomAsset has = draw.pick(calm);
    RandomAsset owes = steadierThan(has);
    if (has == owes || closeFactor.equals(Rational.ONE)) {
      return;
    }
    Rational debt = dust.over(Rational.ONE.minus(closeFactor));
    Rational liabilities = debt.over(owes.exact("borrowFactor", "1"));
    Rational ratio = Rational.of(draw.pick("0.951", "0.96", "0.97", "0.99"));
    Rational collateral = ratio.times(liabilities).over(has.exact("liquidationThreshold", "0"));
    put(account, has.venue(), has, Kind.COLLATERAL, collateral.over(price(has)), null);
    put(account, owes.venue(), owes, Kind.DEBT, debt.over(price(owes)), null);
  }

  private static Rational price(RandomAsset asset) {
    return Rational.of(asset.price);
  }

  /** Holdings of equal value, some of them worth exactly the dust. */
  private void ties(RandomAccount account) {
    RandomAsset has = draw.pick(calm);
    RandomAsset owes = draw.pick(calm);
    Rational value = dust.signum() > 0 && draw.chance(0.6) ? dust : Rational.of("512");
    for (String venue : List.of("main", "l2")) {
      put(account, venue, has, Kind.COLLATERAL, value.over(price(has)), null);
      put(account, venue, owes, Kind.DEBT, value.over(price(owes)), null);
    }
    if (draw.chance(0.5)) {
      RandomAsset larger = draw.pick(all);
      Rational amount = value.times(Rational.of("1.5")).over(price(larger));
      put(account, "main", larger, Kind.COLLATERAL, amount, null);
      put(account, "main", owes, Kind.DEBT, value.times(Rational.of("4")), null);
    }
    if (draw.chance(0.3)) {
      RandomAsset traded = draw.pick(calm);
      Kind kind = draw.pick(Kind.LONG, Kind.SHORT);
      put(account, "main", traded, kind, value.over(price(traded)), price(traded));
    }
  }

  private void put(
      RandomAccount account, RandomAsset asset, Kind kind, Rational exact, Rational entry) {
    Rational amount = exact;
    if (draw.chance(0.3)) {
      amount = exact.plus(draw.chance(0.5) ? UNIT : UNIT.negate());
    }
    put(account, asset.venue(), asset, kind, amount, entry);
  }

  private void put(
      RandomAccount account,
      String venue,
      RandomAsset asset,
      Kind kind,
      Rational exact,
      Rational entry) {
    BigDecimal amount = exact.asDecimal();
    if (amount == null || amount.signum() <= 0 || amount.stripTrailingZeros().scale() > 18) {
      amount = exact.signum() > 0 ? exact.roundedDown(12) : BigDecimal.ZERO;
    }
    if (amount.signum() > 0) {
      account.lots.put(
          new HoldingKey(account.name, venue, asset.name, kind),
          new Lot(asset, amount, entry == null ? null : entry.asDecimal()));
    }
  }
}
