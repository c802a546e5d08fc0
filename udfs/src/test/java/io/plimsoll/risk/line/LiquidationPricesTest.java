package io.plimsoll.risk.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.risk.Account;
import io.plimsoll.risk.Asset;
import io.plimsoll.risk.Market;
import io.plimsoll.risk.RandomMarkets;
import io.plimsoll.risk.RandomMarkets.Numbers;
import io.plimsoll.risk.Seeds;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Prices at which an account would stand on its line, beside the exact ones of its figures. */
class LiquidationPricesTest {

  private static final int MARKETS = 5_000;

  /** Where an asset hardly counts, its price is far away, and all rounding. */
  private static final double FAR = 1e4;

  @Test
  void areThoseOfTheFigures() {
    RandomMarkets random = new RandomMarkets(Seeds.random(), Numbers.EVERYDAY);
    int compared = 0;
    for (int i = 0; i < MARKETS; i++) {
      Market market = random.market();
      Account account = random.account(market);
      Map<String, Double> exact = account.figures().liquidationPricesUsd();
      Map<String, Double> prices = pricesOf(account);
      for (Map.Entry<String, Double> entry : exact.entrySet()) {
        double mid = market.state(entry.getKey()).mid();
        double price = entry.getValue();
        if (price > mid / FAR && price < mid * FAR) {
          assertThat(prices).as(Seeds.round(i) + account.holdings()).containsKey(entry.getKey());
          assertThat(prices.get(entry.getKey()))
              .as(Seeds.round(i) + account.holdings())
              .isCloseTo(price, within(1e-6 * Math.max(price, mid)));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(MARKETS / 2);
  }

  @Test
  void thereIsNoneForWhoOwesNothing() {
    Market market = Market.of(Asset.asset("ETH").collateralAt("0.8")).mark("ETH", 2_000);
    assertThat(pricesOf(market.account().collateral("ETH", "1"))).isEmpty();
  }

  private static Map<String, Double> pricesOf(Account account) {
    Map<String, Double> prices = new TreeMap<>();
    new LiquidationPrices(account.market().table())
        .of(
            account.assess(),
            (asset, mid) -> prices.put(account.market().table().name(asset), mid));
    return prices;
  }
}
