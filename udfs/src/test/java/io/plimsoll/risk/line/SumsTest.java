package io.plimsoll.risk.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.risk.Account;
import io.plimsoll.risk.Market;
import io.plimsoll.risk.RandomMarkets;
import io.plimsoll.risk.RandomMarkets.Numbers;
import io.plimsoll.risk.Seeds;
import io.plimsoll.risk.health.Assessment;
import io.plimsoll.risk.health.AssetTable;
import io.plimsoll.risk.health.Factor;
import io.plimsoll.risk.health.Portfolio;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the margins are straight lines with the weights that are said of them. */
class SumsTest {

  private final SplittableRandom random = Seeds.random();
  private final RandomMarkets markets = new RandomMarkets(random, Numbers.EVERYDAY);

  @ParameterizedTest
  @EnumSource(Sums.class)
  void changeByTheirWeightsTimesWhatMoves(Sums sums) {
    int straight = 0;
    for (int round = 0; round < 800; round++) {
      Market market = markets.market();
      Account account = markets.account(market);
      Factor factor = factor(sums, account);
      int sign = random.nextBoolean() || isFavourable(sums) ? 1 : -1;
      Portfolio portfolio = account.portfolio();
      Assessment before = account.assess();
      double margin = sign * sums.margin(before, factor);
      double bound = before.errorBound(factor);
      Map<Integer, Double> weights = weights(sums, sign, factor, portfolio, market.table());
      Coordinates coordinates = new Coordinates(market.table());
      double was = sum(weights, coordinates);
      boolean bent = move(market, portfolio.isNetted()) && isFavourable(sums);
      for (int asset = 0; asset < market.table().size(); asset++) {
        coordinates.update(asset);
      }
      double is = sum(weights, coordinates);
      Assessment after = account.assess();
      double moved = sign * sums.margin(after, factor) - margin;
      double rounding = 10 * (bound + after.errorBound(factor));
      String what = Seeds.round(round);
      if (bent) { // at the better end now, which may be the other one
        assertThat(moved).as(what).isGreaterThanOrEqualTo(is - was - rounding);
      } else {
        assertThat(moved).as(what).isCloseTo(is - was, within(rounding));
        straight++;
      }
    }
    assertThat(straight).isGreaterThan(150);
  }

  private static double sum(Map<Integer, Double> weights, Coordinates coordinates) {
    return weights.entrySet().stream()
        .mapToDouble(w -> w.getValue() * coordinates.value(w.getKey()))
        .sum();
  }

  private static boolean isFavourable(Sums sums) {
    return sums == Sums.FAVOURABLE || sums == Sums.FAVOURABLE_EQUITY;
  }

  private Factor factor(Sums sums, Account account) {
    return switch (sums) {
      case PRUDENT -> account.portfolio().callFactor();
      case MID -> Factor.of(new BigDecimal("1.02"));
      case FAVOURABLE -> account.line();
      case EQUITY -> Factor.of(new BigDecimal("0.3"));
      case FAVOURABLE_EQUITY -> Factor.ONE;
    };
  }

  /**
   * Up to fourfold; whether an asset is in doubt. Rates only where the weights do not hang on them.
   */
  private boolean move(Market market, boolean netted) {
    boolean doubt = false;
    for (int i = 0; i < market.table().size(); i++) {
      String asset = market.table().name(i);
      if (market.isMarked(asset)) {
        Market.State s = market.state(asset);
        double mid = s.mid() * factor();
        double width = mid * random.nextDouble(0.5);
        double x = netted ? s.x() : s.x() * factor();
        double b = netted ? s.b() : s.b() * factor();
        double g = random.nextDouble(0.1, 1);
        market.put(asset, new Market.State(s.status(), mid - width, mid, mid + width, x, b, g));
        doubt |= !s.isOk();
      }
    }
    return doubt;
  }

  private double factor() {
    return Math.pow(2, random.nextDouble(-2, 2));
  }

  private static Map<Integer, Double> weights(
      Sums sums, int sign, Factor factor, Portfolio portfolio, AssetTable assets) {
    Recorded recorded = new Recorded(assets);
    AssetWeights weights = new AssetWeights();
    int start = 0;
    while (start < portfolio.size()) {
      int end = portfolio.endOfAsset(start);
      if (assets.isMarked(portfolio.asset(start))) {
        weights.take(portfolio, assets, portfolio.asset(start), start, end);
        sums.addTo(recorded, weights, assets, portfolio.asset(start), sign, factor.approx());
      }
      start = end;
    }
    return recorded.weights;
  }

  /** Keeps what is said instead of sharing anything. */
  private static final class Recorded extends AllowanceShares {
    private final Map<Integer, Double> weights = new LinkedHashMap<>();

    Recorded(AssetTable assets) {
      super(assets, new Coordinates(assets));
    }

    @Override
    void add(int asset, Price price, Rate rate, double w, double scale) {
      weights.merge(Coordinates.of(asset, price, rate), w, Double::sum);
    }
  }
}
