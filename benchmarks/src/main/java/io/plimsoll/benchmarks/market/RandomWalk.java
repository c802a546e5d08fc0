package io.plimsoll.benchmarks.market;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Each tick one asset, drawn at random, moves by what it would in some time, such as a second;
 * where there is a pull, it is drawn back by as much of its way from its first price.
 */
final class RandomWalk implements PricePath {

  private static final double SECONDS_PER_YEAR = 365.0 * 24 * 3600;
  private static final long STREAM = 0x5eed_0f_9a7cL; // another stream than the accounts'
  private static final long NEXT_STREAM = 0x9e37_79b9_7f4a_7c15L;

  private final List<Asset> assets;
  private final double[] mids;
  private final double[] sigmaPerTick;
  private final double pull;
  private final SplittableRandom random;
  private long tick;

  /**
   * A walk from the first prices.
   *
   * @param number of the walk: each of a market is another
   * @param seconds for which a move of an asset stands
   * @param pull the part of the way back at each move, from 0 (it never comes back) to below 1
   */
  RandomWalk(Market market, int number, double seconds, double pull) {
    this.pull = pull;
    assets = market.assets();
    random = new SplittableRandom((market.spec().seed() ^ STREAM) + number * NEXT_STREAM);
    mids = assets.stream().mapToDouble(Asset::firstPrice).toArray();
    sigmaPerTick =
        assets.stream()
            .mapToDouble(asset -> asset.volatility() * Math.sqrt(seconds / SECONDS_PER_YEAR))
            .toArray();
  }

  @Override
  public MarketInstant next() {
    int i = random.nextInt(assets.size());
    // At this size of move 1 + r and exp(r) do not differ in what they mean.
    double back = pull * (assets.get(i).firstPrice() / mids[i] - 1);
    mids[i] *= 1 + back + sigmaPerTick[i] * random.nextGaussian();
    MarketInstant instant =
        new MarketInstant(tick, List.of(assets.get(i).at(mids[i], MarketSpec.instantOf(tick))));
    tick++;
    return instant;
  }

  double mid(int asset) {
    return mids[asset];
  }
}
