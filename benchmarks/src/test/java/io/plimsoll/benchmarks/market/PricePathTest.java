package io.plimsoll.benchmarks.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.jobs.loadfactor.AssetState;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PricePathTest {

  private static MarketSpec spec(MarketKind kind) {
    return new MarketSpec(10, 40, 2, 5, 7, kind, 20, 100);
  }

  @Nested
  class TheWalk {

    private final Market market = new Market(spec(MarketKind.WALK));

    @Test
    void isTheSameWheneverItIsDrawn() {
      PricePath one = market.prices();
      PricePath other = new Market(spec(MarketKind.WALK)).prices();
      for (int i = 0; i < 100; i++) {
        assertThat(other.next()).isEqualTo(one.next());
      }
    }

    @Test
    void goesOnWhereItWasAfterInstantsWereSkipped() {
      PricePath whole = market.prices();
      whole.skip(50);
      PricePath rest = market.prices();
      for (int i = 0; i < 50; i++) {
        rest.next();
      }
      assertThat(rest.next()).isEqualTo(whole.next());
    }

    @Test
    void movesOneAssetByWhatItWouldMoveInASecond() {
      assertVolatility(market.prices(), 1);
    }

    @Test
    void inRealTimeMovesAnAssetAsFarInASecondWhateverTheRateOfQuotes() {
      assertVolatility(market.livePrices(1, 1_000, 5), 25.0 * 40 / 1_000);
      assertVolatility(market.livePrices(2, 50_000, 1), 40.0 / 50_000);
    }

    /** That the moves of volatile assets are those of so many seconds. */
    private void assertVolatility(PricePath prices, double seconds) {
      Map<String, Double> last = new HashMap<>();
      market.assets().forEach(asset -> last.put(asset.name(), asset.firstPrice()));
      double squares = 0;
      int moves = 0;
      for (int i = 0; i < 50_000; i++) {
        MarketInstant instant = prices.next();
        assertThat(instant.states()).hasSize(1);
        AssetState state = instant.states().get(0);
        double before = last.put(state.asset(), state.mid());
        if (state.volatility() > 0.5) {
          squares += Math.pow(state.mid() / before - 1, 2);
          moves++;
        }
      }
      double yearly = Math.sqrt(squares / moves / seconds * 365 * 24 * 3600);
      assertThat(yearly).isCloseTo(0.8, within(0.02));
    }
  }

  @Nested
  class AWalkThatReturns {

    private static final int MEMORY = 500;

    @Test
    void straysAsFarLateAsEarly() {
      Market market = new Market(spec(MarketKind.WALK));
      Map<String, Double> first = new HashMap<>();
      market.assets().forEach(asset -> first.put(asset.name(), asset.firstPrice()));
      PricePath prices = market.returningPrices(MEMORY);
      double expected = 0.8 / Math.sqrt(365.0 * 24 * 3600) * Math.sqrt(MEMORY / 2.0);
      prices.skip(10L * MEMORY * market.assets().size());
      for (int part = 0; part < 3; part++) {
        double squares = 0;
        int moves = 0;
        for (int i = 0; i < 1_000_000; i++) {
          AssetState state = prices.next().states().get(0);
          if (state.volatility() > 0.5) {
            squares += Math.pow(Math.log(state.mid() / first.get(state.asset())), 2);
            moves++;
          }
        }
        assertThat(Math.sqrt(squares / moves)).isCloseTo(expected, within(0.15 * expected));
      }
    }
  }

  @Nested
  class TheCrash {

    private final Market market = new Market(spec(MarketKind.CRASH));

    @Test
    void bringsEveryAssetThatIsNotStableDownByThirtyPercent() {
      PricePath prices = market.prices();
      Map<String, Double> before = new HashMap<>();
      market.assets().forEach(asset -> before.put(asset.name(), asset.firstPrice()));
      for (int i = 0; i < 20; i++) {
        prices.next().states().forEach(state -> before.put(state.asset(), state.mid()));
      }
      prices.skip(99);
      MarketInstant last = prices.next();
      assertThat(last.tick()).isEqualTo(119);
      assertThat(last.states()).hasSize(40);
      for (AssetState state : last.states()) {
        double left = state.asset().startsWith("S") ? 1 : 0.7;
        assertThat(state.mid() / before.get(state.asset())).isCloseTo(left, within(1e-9));
      }
    }
  }

  @Test
  void instantsAndTicksAreEachOthersInverse() {
    assertThat(MarketSpec.tickOf(MarketSpec.instantOf(0))).isZero();
    assertThat(MarketSpec.tickOf(MarketSpec.instantOf(123_456))).isEqualTo(123_456);
    assertThat(MarketSpec.tickOf(MarketSpec.loadInstantOf(5_000))).isNegative();
  }
}
