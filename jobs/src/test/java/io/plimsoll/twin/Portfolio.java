package io.plimsoll.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one judgement looks at: the holdings that count, and what they add up to (§5). */
final class Portfolio {
  private final boolean netted;
  private final Category categoryInForce;
  private final List<Holding> counting = new ArrayList<>();
  private final Map<String, List<Holding>> marked = new TreeMap<>(CodePoints.ORDER);
  private final Map<String, Net> nets = new TreeMap<>(CodePoints.ORDER);
  private final OwnTerms constants;
  private final Rational cash;

  /**
   * Looks at some holdings.
   *
   * @param fromPaper cash that perpetuals closed on paper have left
   * @param category of the account's settings, {@code null} without one
   */
  Portfolio(List<Holding> holdings, Rational fromPaper, boolean netted, Category category) {
    this.netted = netted;
    this.categoryInForce = isInForce(category, holdings) ? category : null;
    Rational cashOfMarked = fromPaper;
    OwnTerms unmarked = OwnTerms.NONE;
    for (Holding holding : holdings) {
      AssetState asset = holding.asset();
      if (holding.kind() == Kind.COLLATERAL && writtenThreshold(asset).signum() == 0) {
        continue;
      }
      counting.add(holding);
      boolean perpetual = holding.kind().isPerpetual();
      if (asset.isMarked()) {
        marked.computeIfAbsent(asset.name(), name -> new ArrayList<>()).add(holding);
        cashOfMarked = perpetual ? cashOfMarked.plus(holding.cash()) : cashOfMarked;
      } else if (perpetual) {
        Rational atEntry = holding.amount().times(holding.entryPrice());
        unmarked = unmarked.addLiabilities(atEntry.times(asset.maintenance()));
      }
    }
    this.cash = cashOfMarked;
    this.constants = unmarked.addAssets(cash);
    if (netted) {
      marked.forEach((asset, own) -> nets.put(asset, Net.of(own)));
    }
  }

  private static boolean isInForce(Category category, List<Holding> holdings) {
    return category != null
        && holdings.stream().noneMatch(holding -> holding.kind().isPerpetual())
        && holdings.stream()
            .filter(holding -> holding.kind() == Kind.DEBT)
            .allMatch(holding -> category.assets().containsKey(holding.asset().name()));
  }

  boolean isNetted() {
    return netted;
  }

  /** The category while in force, else {@code null}. */
  Category categoryInForce() {
    return categoryInForce;
  }

  /** All holdings but collateral whose threshold is 0. */
  List<Holding> counting() {
    return counting;
  }

  /** The counting holdings of every asset that has a mark. */
  Map<String, List<Holding>> marked() {
    return marked;
  }

  /** What netting leaves of every asset that has a mark. */
  Map<String, Net> nets() {
    return nets;
  }

  private Category.Listed listed(AssetState asset) {
    return categoryInForce == null ? null : categoryInForce.assets().get(asset.name());
  }

  private Rational writtenThreshold(AssetState asset) {
    Category.Listed listed = listed(asset);
    return listed == null
        ? asset.parameters().liquidationThreshold()
        : listed.liquidationThreshold();
  }

  /** The liquidation threshold in force: that of a category does not move. */
  Rational threshold(AssetState asset) {
    Rational written = writtenThreshold(asset);
    return listed(asset) == null ? written.times(asset.loadFactor()) : written;
  }

  Rational bonus(AssetState asset) {
    Category.Listed listed = listed(asset);
    return listed == null ? asset.parameters().bonus() : listed.bonus();
  }

  /** A and L at the given prices. */
  OwnTerms sum(Prices prices) {
    OwnTerms sum = constants;
    for (String asset : marked.keySet()) {
      sum = sum.plus(ownTerms(asset, prices));
    }
    return sum;
  }

  /** What one asset adds to A and L, without entry constants and cash. */
  OwnTerms ownTerms(String name, Prices prices) {
    AssetState asset = marked.get(name).get(0).asset();
    return netted ? nettedTerms(asset, prices) : grossTerms(asset, prices);
  }

  private OwnTerms grossTerms(AssetState asset, Prices prices) {
    Rational up = prices.assetSide(asset);
    Rational down = prices.liabilitySide(asset);
    OwnTerms terms = OwnTerms.NONE;
    for (Holding holding : marked.get(asset.name())) {
      Rational units = holding.units();
      switch (holding.kind()) {
        case COLLATERAL -> terms = terms.addAssets(units.times(up).times(threshold(asset)));
        case DEBT -> terms = terms.addLiabilities(debtLiability(asset, units, down));
        case LONG -> terms = terms.addAssets(units.times(up)).plus(maintenance(asset, units, down));
        default ->
            terms =
                terms.addAssets(units.times(down).negate()).plus(maintenance(asset, units, down));
      }
    }
    return terms;
  }

  private OwnTerms nettedTerms(AssetState asset, Prices prices) {
    Rational up = prices.assetSide(asset);
    Rational down = prices.liabilitySide(asset);
    Net net = nets.get(asset.name());
    OwnTerms terms =
        OwnTerms.NONE
            .addAssets(net.hedged().times(up.minus(down)))
            .addLiabilities(net.hedged().times(down).times(asset.parameters().hedgeHaircut()));
    Rational spot = net.spot();
    terms =
        spot.signum() > 0
            ? terms.addAssets(spot.times(up).times(threshold(asset)))
            : terms.addLiabilities(debtLiability(asset, spot.negate(), down));
    Rational perpetual = net.perpetual();
    return terms
        .addAssets(perpetual.times(perpetual.signum() > 0 ? up : down))
        .plus(maintenance(asset, perpetual.abs(), down));
  }

  private static Rational debtLiability(AssetState asset, Rational units, Rational price) {
    return units.times(price).over(asset.parameters().borrowFactor());
  }

  private static OwnTerms maintenance(AssetState asset, Rational units, Rational price) {
    return OwnTerms.NONE.addLiabilities(units.times(price).times(asset.maintenance()));
  }

  /** The net units of the asset in E. */
  Rational units(String asset) {
    return marked.get(asset).stream()
        .map(Holding::signedUnits)
        .reduce(Rational.ZERO, Rational::plus);
  }

  /** E at prices that do not tell the sides apart. */
  Rational equity(Prices prices) {
    Rational equity = cash;
    for (String name : marked.keySet()) {
      AssetState asset = marked.get(name).get(0).asset();
      equity = equity.plus(units(name).times(prices.assetSide(asset)));
    }
    return equity;
  }

  /** The value at mid, for people, of all holdings of one kind. */
  Rational value(Kind kind) {
    Rational value = Rational.ZERO;
    for (List<Holding> own : marked.values()) {
      for (Holding holding : own) {
        if (holding.kind() == kind) {
          value = value.plus(holding.units().times(holding.asset().mid()));
        }
      }
    }
    return value;
  }
}
