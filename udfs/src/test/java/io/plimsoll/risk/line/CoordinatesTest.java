package io.plimsoll.risk.line;

import static io.plimsoll.risk.Asset.asset;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.Market;
import io.plimsoll.risk.mark.MarkStatus;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** The numbering of what a line is made of. */
class CoordinatesTest {

  private final Market market = Market.of(asset("A"), asset("B").doubt("0.5").maintenance("0.08"));
  private final Coordinates coordinates = new Coordinates(market.table());

  @Test
  void areNumberedWithoutAGapAndNoneTwice() {
    BitSet seen = new BitSet();
    for (int asset = 0; asset < 2; asset++) {
      for (Price price : Price.values()) {
        for (Rate rate : Rate.values()) {
          take(seen, Coordinates.of(asset, price, rate));
        }
      }
      take(seen, Coordinates.changesOf(asset));
      take(seen, Coordinates.rateChangesOf(asset));
    }
    assertThat(seen.nextClearBit(0)).isEqualTo(2 * Coordinates.OF_ONE_ASSET);
    assertThat(seen.length()).isEqualTo(2 * Coordinates.OF_ONE_ASSET);
  }

  private static void take(BitSet seen, int coordinate) {
    assertThat(seen.get(coordinate)).isFalse();
    seen.set(coordinate);
  }

  @Test
  void areTheProductsOfEveryPriceAndEveryRate() {
    market.put("B", new Market.State(MarkStatus.DISPUTED, 7, 8, 9, 1.5, 2, 0.5));
    coordinates.update(1);
    double[] prices = {7, 9, 8, 12, 4};
    double[] rates = {1, 1.5, 0.75, 2, 0.16};
    for (Price price : Price.values()) {
      for (Rate rate : Rate.values()) {
        int coordinate = Coordinates.of(1, price, rate);
        assertThat(coordinates.value(coordinate))
            .as("%s times %s", price, rate)
            .isEqualTo(prices[price.ordinal()] * rates[rate.ordinal()]);
        assertThat(coordinate - Coordinates.firstOf(1)).isBetween(0, Coordinates.products() - 1);
        assertThat(Coordinates.isOf(coordinate, Price.LOW)).isEqualTo(price == Price.LOW);
      }
    }
    assertThat(Coordinates.isOf(Coordinates.changesOf(1), Price.LOW)).isFalse();
  }
}
