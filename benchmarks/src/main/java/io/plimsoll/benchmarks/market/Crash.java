package io.plimsoll.benchmarks.market;

import io.plimsoll.jobs.loadfactor.AssetState;
import java.util.ArrayList;
import java.util.List;

/** After the calm, every asset at every instant: stablecoins stand, all else falls evenly. */
final class Crash implements PricePath {

  private static final double FALL = 0.3;

  private final Market market;
  private final RandomWalk calm;
  private long tick;

  Crash(Market market, RandomWalk calm) {
    this.market = market;
    this.calm = calm;
  }

  @Override
  public MarketInstant next() {
    MarketSpec spec = market.spec();
    if (tick < spec.calmTicks()) {
      tick++;
      return calm.next();
    }
    double part = Math.min(1, (tick - spec.calmTicks() + 1) / (double) spec.crashTicks());
    List<AssetState> states = new ArrayList<>();
    for (int i = 0; i < market.assets().size(); i++) {
      Asset asset = market.assets().get(i);
      double left = asset.stable() ? 1 : 1 - FALL * part;
      states.add(asset.at(calm.mid(i) * left, MarketSpec.instantOf(tick)));
    }
    return new MarketInstant(tick++, states);
  }
}
