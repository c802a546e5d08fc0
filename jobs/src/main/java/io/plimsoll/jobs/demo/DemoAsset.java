package io.plimsoll.jobs.demo;

import java.util.List;

/**
 * The assets of the market. Thresholds and bonuses repeat {@code parameters.yaml}, which a test
 * holds to: the people in the market know them too.
 */
enum DemoAsset {
  ETH("ETH", 2_412, 1.00, 0.83, 0.05, 0.05, "main", 6),
  BTC("BTC", 61_350, 0.85, 0.80, 0.05, 0.05, "main", 8),
  SOL("SOL", 128, 1.12, 0.72, 0.07, 0.08, Timetable.WEAK_VENUE, 4),
  LINK("LINK", 14.6, 1.06, 0.70, 0.07, 0.08, "main", 4),
  /** Its oracle falls silent at the worst moment. */
  AVAX("AVAX", 31.4, 1.15, 0.70, 0.08, 0.08, Timetable.WEAK_VENUE, 4),
  /** Yield-bearing: an exchange rate comes on top of its price, which follows ETH. */
  STETH("stETH", 2_412, 1.00, 0.79, 0.06, 0.05, "main", 6),
  USDC("USDC", 1, 0, 0.86, 0.04, 0.05, "main", 2),
  /** Above its peg in a crash, when everybody must buy it to repay. */
  DAI("DAI", 1, 0, 0.82, 0.04, 0.05, "main", 2);

  static final List<DemoAsset> VOLATILE = List.of(ETH, BTC, SOL, LINK, AVAX, STETH);
  static final List<DemoAsset> PERPETUALS = List.of(ETH, BTC, SOL, LINK);

  private final String text;
  private final double startPriceUsd;
  private final double beta;
  private final double threshold;
  private final double bonus;
  private final double maintenance;
  private final String venue;
  private final int decimals;

  DemoAsset(
      String text,
      double startPriceUsd,
      double beta,
      double threshold,
      double bonus,
      double maintenance,
      String venue,
      int decimals) {
    this.text = text;
    this.startPriceUsd = startPriceUsd;
    this.beta = beta;
    this.threshold = threshold;
    this.bonus = bonus;
    this.maintenance = maintenance;
    this.venue = venue;
    this.decimals = decimals;
  }

  /** As the files name it. */
  String text() {
    return text;
  }

  double startPriceUsd() {
    return startPriceUsd;
  }

  /** How much of the common movement it takes part in. */
  double beta() {
    return beta;
  }

  double threshold() {
    return threshold;
  }

  double bonus() {
    return bonus;
  }

  double maintenance() {
    return maintenance;
  }

  /** Where it is held unless a row says otherwise. */
  String venue() {
    return venue;
  }

  /** Digits after the point of an amount. */
  int decimals() {
    return decimals;
  }
}
