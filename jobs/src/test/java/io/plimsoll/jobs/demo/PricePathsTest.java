package io.plimsoll.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricePathsTest {

  private static final double START = DemoAsset.ETH.startPriceUsd();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, DemoMarket.DEFAULT_SEED})
  void aQuietDayThenHalfIsGoneWithinADayThenSomeOfItIsBack(long seed) {
    PricePaths prices = PricePaths.simulate(Chance.of(seed));
    for (int minute = 0; minute < 1_440; minute++) {
      assertThat(prices.at(DemoAsset.ETH, minute)).isBetween(0.94 * START, 1.06 * START);
    }
    double lowest =
        IntStream.range(1_440, Timetable.MINUTES)
            .mapToDouble(minute -> prices.at(DemoAsset.ETH, minute))
            .min()
            .orElseThrow();
    assertThat(lowest).isLessThan(0.5 * START).isGreaterThan(0.35 * START);
    assertThat(prices.at(DemoAsset.ETH, Timetable.MINUTES)).isGreaterThan(1.15 * lowest);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, DemoMarket.DEFAULT_SEED})
  void allFallTogether(long seed) {
    PricePaths prices = PricePaths.simulate(Chance.of(seed));
    assertThat(correlation(prices, Timetable.FIRST_LEG, Timetable.BOTTOM)).isGreaterThan(0.95);
    assertThat(correlation(prices, 0, 1_000)).isLessThan(0.9);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void stakedEtherTradesBelowEtherAndTheStablecoinAboveItsPeg(long seed) {
    PricePaths prices = PricePaths.simulate(Chance.of(seed));
    int worst = 2_480;
    assertThat(prices.at(DemoAsset.STETH, worst) / prices.at(DemoAsset.ETH, worst))
        .isBetween(0.94, 0.97);
    assertThat(prices.at(DemoAsset.DAI, worst)).isBetween(1.04, 1.07);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aPriceBetweenMinutesLiesBetweenTheirs(long seed) {
    PricePaths prices = PricePaths.simulate(Chance.of(seed));
    double mean = (prices.at(DemoAsset.BTC, 10) + prices.at(DemoAsset.BTC, 11)) / 2;
    assertThat(prices.at(DemoAsset.BTC, 10.5)).isEqualTo(mean);
  }

  /** Of ETH's and SOL's returns over five minutes. */
  private static double correlation(PricePaths prices, int from, int to) {
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int minute = from; minute < to; minute += 5) {
      double x = Math.log(prices.at(DemoAsset.ETH, minute + 5) / prices.at(DemoAsset.ETH, minute));
      double y = Math.log(prices.at(DemoAsset.SOL, minute + 5) / prices.at(DemoAsset.SOL, minute));
      xy += x * y;
      xx += x * x;
      yy += y * y;
    }
    return xy / Math.sqrt(xx * yy);
  }
}
