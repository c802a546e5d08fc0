package io.plimsoll.risk.terms;

import io.plimsoll.risk.Account;
import io.plimsoll.risk.Fraction;
import io.plimsoll.risk.Market;
import io.plimsoll.risk.TableSums;
import io.plimsoll.risk.account.Holding;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.account.Mode;
import io.plimsoll.risk.parameters.Category;
import io.plimsoll.risk.parameters.LevelRules;
import io.plimsoll.risk.parameters.MarginRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The text of risk model §7 read aloud in fractions: what is repaid, seized or closed. */
final class NaiveTerms {

  /** Something to repay, seize or close; {@code value} is at mid. */
  record Stake(String venue, String asset, Kind kind, Fraction units, Fraction value) {}

  private final Account account;
  private final Market market;
  private final LevelRules rules;
  private final TableSums.Sums sums;
  private final List<Stake> stakes = new ArrayList<>();

  NaiveTerms(Account account) {
    this.account = account;
    this.market = account.market();
    this.rules = market.levels();
    this.sums = account.recomputed().atMid();
    if (account.settings().mode() == Mode.NETTED) {
      new TreeSet<>(account.holdings().stream().map(Holding::asset).toList()).forEach(this::left);
    } else {
      account.holdings().forEach(h -> stake(h.venue(), h.asset(), h.kind(), amount(h)));
    }
  }

  private static Fraction amount(Holding h) {
    return Fraction.of(h.amount());
  }

  private void stake(String venue, String asset, Kind kind, Fraction units) {
    boolean counts = kind != Kind.COLLATERAL || threshold(asset).signum() > 0;
    if (counts && market.isMarked(asset) && units.signum() > 0) {
      stakes.add(
          new Stake(venue, asset, kind, units, units.times(each(asset, kind)).times(mid(asset))));
    }
  }

  /** What S and P leave of each other. */
  private void left(String asset) {
    Fraction s = Fraction.ZERO;
    Fraction p = Fraction.ZERO;
    for (Holding h : account.holdings()) {
      if (h.asset().equals(asset)) {
        Fraction units = amount(h).times(each(asset, h.kind()));
        switch (h.kind()) {
          case COLLATERAL -> s = threshold(asset).signum() > 0 ? s.plus(units) : s;
          case DEBT -> s = s.minus(units);
          case LONG -> p = p.plus(units);
          case SHORT -> p = p.minus(units);
        }
      }
    }
    Fraction both = s.plus(p);
    boolean offset = s.signum() * p.signum() < 0;
    Fraction spot = !offset ? s : both.signum() * s.signum() > 0 ? both : Fraction.ZERO;
    Fraction open = !offset ? p : both.signum() * p.signum() > 0 ? both : Fraction.ZERO;
    Kind held = spot.signum() > 0 ? Kind.COLLATERAL : Kind.DEBT;
    stake("", asset, held, spot.abs().over(each(asset, held)));
    stake("", asset, open.signum() > 0 ? Kind.LONG : Kind.SHORT, open.abs());
  }

  private Fraction each(String asset, Kind kind) {
    return switch (kind) {
      case COLLATERAL -> Fraction.of(market.state(asset).x());
      case DEBT -> Fraction.of(market.state(asset).b());
      case LONG, SHORT -> Fraction.ONE;
    };
  }

  private Fraction mid(String asset) {
    return Fraction.of(market.state(asset).mid());
  }

  private MarginRules margin(String asset) {
    return market.parameters().asset(asset).margin();
  }

  private Optional<Category.Terms> listed(String asset) {
    return account.portfolio().isCategoryInForce()
        ? Optional.ofNullable(market.parameters().categories().get(account.settings().category()))
            .map(category -> category.assets().get(asset))
        : Optional.empty();
  }

  private Fraction threshold(String asset) {
    return listed(asset)
        .map(terms -> Fraction.of(terms.liquidationThreshold()))
        .orElseGet(
            () ->
                Fraction.of(margin(asset).liquidationThreshold())
                    .times(Fraction.of(market.state(asset).g())));
  }

  private Fraction bonus(String asset) {
    return Fraction.of(listed(asset).map(Category.Terms::bonus).orElse(margin(asset).bonus()));
  }

  private Fraction maintenance(String asset) {
    return Fraction.of(margin(asset).maintenanceMargin())
        .over(Fraction.of(market.state(asset).g()))
        .min(Fraction.of(margin(asset).maintenanceMax()));
  }

  private Fraction dust() {
    return Fraction.of(rules.dustUsd());
  }

  private static Fraction total(List<Stake> stakes) {
    return stakes.stream().map(Stake::value).reduce(Fraction.ZERO, Fraction::plus);
  }

  private static boolean isBelow(Fraction a, Fraction b) {
    return a.compareTo(b) < 0;
  }

  private List<Stake> of(Kind... kinds) {
    return stakes.stream().filter(s -> List.of(kinds).contains(s.kind)).toList();
  }

  private List<Stake> sound(List<Stake> some) {
    List<Stake> sound =
        some.stream()
            .filter(s -> market.state(s.asset).isOk() && !isBelow(s.value, dust()))
            .toList();
    return sound.isEmpty() ? some : sound;
  }

  // The names of random markets are plain letters, for which String compares as code points do.
  private static final Comparator<Stake> BY_NAME =
      Comparator.comparing(Stake::asset).thenComparing(Stake::venue).thenComparing(Stake::kind);

  Optional<Stake> repaid() {
    return of(Kind.DEBT).stream()
        .min(Comparator.comparing(Stake::value).reversed().thenComparing(BY_NAME));
  }

  Optional<Stake> seized() {
    List<Stake> some = of(Kind.COLLATERAL);
    String venue = repaid().map(Stake::venue).orElse("");
    List<Stake> there = some.stream().filter(s -> s.venue.equals(venue)).toList();
    if (!there.isEmpty() && !isBelow(total(there), dust())) {
      some = there;
    }
    return sound(some).stream()
        .min(Comparator.comparing(Stake::value).reversed().thenComparing(BY_NAME));
  }

  Optional<Stake> closed() {
    return sound(of(Kind.LONG, Kind.SHORT)).stream()
        .min(
            Comparator.comparing((Stake s) -> s.value.times(maintenance(s.asset)))
                .reversed()
                .thenComparing(BY_NAME));
  }

  private boolean spotExists() {
    return repaid().isPresent() && !of(Kind.COLLATERAL).isEmpty();
  }

  boolean isToClose() {
    List<Stake> perpetuals = of(Kind.LONG, Kind.SHORT);
    return !perpetuals.isEmpty() && (!spotExists() || !isBelow(total(perpetuals), dust()));
  }

  boolean isToSeize() {
    return !isToClose() && spotExists();
  }

  /** R, USD. */
  Fraction repaidValue() {
    Stake i = seized().orElseThrow();
    Stake j = repaid().orElseThrow();
    Fraction target = Fraction.of(rules.targetHealthFactor());
    Fraction seizable = i.value.over(Fraction.ONE.plus(bonus(i.asset)));
    Fraction omega = Fraction.ONE.over(Fraction.of(margin(j.asset).borrowFactor()));
    Fraction full = Fraction.of(rules.fullLiquidationBelow());
    BigDecimal close =
        isBelow(sums.a(), full.times(sums.l())) ? BigDecimal.ONE : rules.closeFactor();
    Fraction r = Fraction.of(close).times(j.value).min(seizable);
    Fraction denominator =
        target.times(omega).minus(Fraction.ONE.plus(bonus(i.asset)).times(threshold(i.asset)));
    if (denominator.signum() > 0) {
      r = r.min(target.times(sums.l()).minus(sums.a()).over(denominator));
    }
    boolean dustLeft =
        isBelow(j.value.minus(r), dust())
            || isBelow(i.value.minus(r.times(Fraction.ONE.plus(bonus(i.asset)))), dust());
    return dustLeft ? j.value.min(seizable) : r;
  }

  BigDecimal repayAmount() {
    Stake j = repaid().orElseThrow();
    return repaidValue().over(mid(j.asset).times(each(j.asset, Kind.DEBT))).cut(18);
  }

  BigDecimal seizeAmount() {
    Stake i = seized().orElseThrow();
    return repaidValue()
        .times(Fraction.ONE.plus(bonus(i.asset)))
        .over(mid(i.asset).times(each(i.asset, Kind.COLLATERAL)))
        .cut(18);
  }

  Fraction bonusValue() {
    return repaidValue().times(bonus(seized().orElseThrow().asset));
  }

  BigDecimal closeAmount() {
    Stake k = closed().orElseThrow();
    Fraction target = Fraction.of(rules.targetHealthFactor());
    Fraction perUnit =
        mid(k.asset)
            .times(
                target
                    .times(maintenance(k.asset))
                    .minus(Fraction.of(margin(k.asset).closingFee())));
    Fraction wanted =
        perUnit.signum() > 0 ? target.times(sums.l()).minus(sums.a()).over(perUnit) : k.units;
    return wanted.min(k.units).cut(18);
  }
}
