package io.plimsoll.jobs.demo;

import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.account.Mode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An account of the market, as its owner and the liquidators see it. */
final class DemoAccount {

  /** The e-mode category of those who loop staked ether. */
  static final String LOOPS = "eth";

  private static final double LOOP_THRESHOLD = 0.93;

  private final String name;
  private final Mode mode;
  private final String category;
  private final List<DemoHolding> holdings = new ArrayList<>();

  DemoAccount(String name, Mode mode, String category) {
    this.name = name;
    this.mode = mode;
    this.category = category;
  }

  String name() {
    return name;
  }

  Mode mode() {
    return mode;
  }

  String category() {
    return category;
  }

  List<DemoHolding> holdings() {
    return holdings;
  }

  void hold(DemoAsset asset, Kind kind, double amount) {
    hold(asset, kind, asset.venue(), 0, amount);
  }

  void hold(DemoAsset asset, Kind kind, String venue, double entryPriceUsd, double amount) {
    holdings.add(new DemoHolding(asset, kind, venue, entryPriceUsd, amount));
  }

  /** The holdings that stand for each other: all of them, or those of each venue. */
  Collection<List<DemoHolding>> pockets() {
    if (mode != Mode.ISOLATED) {
      return List.of(holdings);
    }
    Map<String, List<DemoHolding>> byVenue = new TreeMap<>();
    for (DemoHolding holding : holdings) {
      byVenue.computeIfAbsent(holding.venue(), venue -> new ArrayList<>()).add(holding);
    }
    return byVenue.values();
  }

  /**
   * A health factor good enough to be afraid by: mid prices, nothing netted, thresholds at rest.
   */
  double health(List<DemoHolding> pocket, PricePaths prices, double minute) {
    double assets = 0;
    double liabilities = 0;
    for (DemoHolding holding : pocket) {
      double value = holding.value(prices, minute);
      switch (holding.kind()) {
        case COLLATERAL -> assets += value * threshold(holding.asset());
        case DEBT -> liabilities += value;
        case LONG, SHORT -> {
          assets += holding.result(prices, minute);
          liabilities += value * holding.asset().maintenance();
        }
      }
    }
    return liabilities == 0 ? Double.POSITIVE_INFINITY : assets / liabilities;
  }

  private double threshold(DemoAsset asset) {
    return category.equals(LOOPS) ? LOOP_THRESHOLD : asset.threshold();
  }
}
