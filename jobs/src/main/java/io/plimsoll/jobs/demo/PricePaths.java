package io.plimsoll.jobs.demo;

import java.util.EnumMap;
import java.util.Map;

/**
 * What every asset is truly worth at every minute.
 *
 * <p>Prices follow the timetable's level with a common noise around it that is pulled back, so that
 * every seed has the crash, and a little noise of their own, small against the common one while the
 * market falls: correlations go to one. The noise has a volatility that itself wanders, so that
 * wild minutes come in clusters.
 */
final class PricePaths {

  /** A share of the deviation that is left after a minute: half of it lives half an hour. */
  private static final double PULL = 0.977;

  private static final double QUIET_NOISE = 0.0006;
  private static final double WILD_NOISE = 0.0032;
  private static final double OWN_NOISE = 0.0003;

  /** Yield of the yield-bearing asset, a year. */
  private static final double YIELD = 0.034;

  private static final double FIRST_RATE = 1.1482;
  private static final double MINUTES_A_YEAR = 525_600;

  private final Map<DemoAsset, double[]> prices = new EnumMap<>(DemoAsset.class);

  private PricePaths() {}

  static PricePaths simulate(Chance chance) {
    PricePaths paths = new PricePaths();
    double[] common = common(chance.fork());
    for (DemoAsset asset : DemoAsset.values()) {
      Chance own = chance.fork();
      paths.prices.put(
          asset,
          switch (asset) {
            case STETH -> paths.discounted(DemoAsset.ETH, own);
            case USDC -> pegged(0.0, own);
            case DAI -> pegged(0.055, own);
            default -> following(common, asset, own);
          });
    }
    return paths;
  }

  /** Price at a minute, between minutes on the line that joins them. */
  double at(DemoAsset asset, double minute) {
    double[] path = prices.get(asset);
    double inside = Math.max(0, Math.min(minute, path.length - 1));
    int before = (int) inside;
    int after = Math.min(before + 1, path.length - 1);
    return path[before] + (inside - before) * (path[after] - path[before]);
  }

  /** Underlying units per unit. */
  static double exchangeRate(DemoAsset asset, double minute) {
    return asset == DemoAsset.STETH ? FIRST_RATE * (1 + YIELD * minute / MINUTES_A_YEAR) : 1;
  }

  private static double[] common(Chance chance) {
    double[] level = new double[Timetable.MINUTES + 1];
    double deviation = 0;
    double mood = 0;
    for (int minute = 0; minute < level.length; minute++) {
      double turbulence = Timetable.TURBULENCE.at(minute);
      mood = 0.97 * mood + 0.12 * chance.normal();
      double noise = (QUIET_NOISE + WILD_NOISE * turbulence * turbulence) * StrictMath.exp(mood);
      deviation = PULL * deviation + noise * chance.normal();
      level[minute] = Timetable.LEVEL.at(minute) + deviation;
    }
    return level;
  }

  private static double[] following(double[] common, DemoAsset asset, Chance chance) {
    double[] path = new double[common.length];
    double own = 0;
    for (int minute = 0; minute < path.length; minute++) {
      own = PULL * own + OWN_NOISE * chance.normal();
      path[minute] = asset.startPriceUsd() * StrictMath.exp(asset.beta() * common[minute] + own);
    }
    return path;
  }

  /** Those who must sell at once take less than it is worth. */
  private double[] discounted(DemoAsset underlying, Chance chance) {
    double[] path = prices.get(underlying).clone();
    double own = 0;
    for (int minute = 0; minute < path.length; minute++) {
      double turbulence = Timetable.TURBULENCE.at(minute);
      own = PULL * own + OWN_NOISE * chance.normal();
      path[minute] *= 0.999 - 0.045 * turbulence * turbulence * turbulence + own;
    }
    return path;
  }

  private static double[] pegged(double premium, Chance chance) {
    double[] path = new double[Timetable.MINUTES + 1];
    double own = 0;
    for (int minute = 0; minute < path.length; minute++) {
      double turbulence = Timetable.TURBULENCE.at(minute);
      own = PULL * own + 0.00005 * chance.normal();
      path[minute] = 1 + premium * turbulence * turbulence + own;
    }
    return path;
  }
}
