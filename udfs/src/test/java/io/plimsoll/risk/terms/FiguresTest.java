package io.plimsoll.risk.terms;

import static io.plimsoll.risk.Asset.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.risk.Account;
import io.plimsoll.risk.Market;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The figures of an event (risk model §§5 to 7). */
class FiguresTest {

  private final Market market =
      Market.of(
              asset("ETH").collateralAt("0.8").maintenance("0.1"),
              asset("USDC").collateralAt("0.9").borrowFactor("0.8"),
              asset("PEPE"),
              asset("NEW").collateralAt("0.5"))
          .mark("ETH", 1_900, 2_000, 2_100)
          .mark("USDC", 1)
          .mark("PEPE", 0.001);

  @Nested
  class OfALoan {

    private final Figures figures =
        market.account().collateral("ETH", "10").debt("USDC", "8000").figures();

    @Test
    void areTakenAtMid() {
      assertThat(figures.assetsUsd()).isEqualTo(16_000);
      assertThat(figures.liabilitiesUsd()).isEqualTo(10_000);
      assertThat(figures.healthFactor()).isEqualTo(1.6);
      assertThat(figures.collateralValueUsd()).isEqualTo(20_000);
      assertThat(figures.debtValueUsd()).isEqualTo(8_000);
      assertThat(figures.equityUsd()).isEqualTo(12_000);
      assertThat(figures.loanToValue()).isEqualTo(0.4);
    }

    @Test
    void nameTheMarksInOrder() {
      assertThat(figures.marksUsd())
          .containsExactly(Map.entry("ETH", 2_000.0), Map.entry("USDC", 1.0));
    }

    @Test
    void nameThePricesAtWhichItWouldBeLiquidated() {
      assertThat(figures.liquidationPricesUsd())
          .containsOnlyKeys("ETH", "USDC")
          .containsEntry("ETH", 1_250.0)
          .containsEntry("USDC", 1.6);
    }
  }

  @Nested
  class WithoutDebt {

    @Test
    void theHealthFactorIsInfiniteOfTheSignOfWhatThereIs() {
      assertThat(market.account().collateral("ETH", "1").healthFactor())
          .isEqualTo(Double.POSITIVE_INFINITY);
      assertThat(market.account().healthFactor()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void ofANegativeSignWhereOnlyLossesAre() {
      Market free = Market.of(asset("BTC").maintenance("0")).mark("BTC", 1);
      assertThat(free.account().longOf("BTC", "1", "2").healthFactor())
          .isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void thereIsNoLiquidationPrice() {
      assertThat(market.account().collateral("ETH", "1").figures().liquidationPricesUsd())
          .isEmpty();
    }
  }

  @Nested
  class WithoutCollateral {

    @Test
    void thereIsNoLoanToValue() {
      Figures figures = market.account().debt("USDC", "1").figures();
      assertThat(figures.loanToValue()).isNaN();
      assertThat(figures.healthFactor()).isZero();
    }
  }

  @Nested
  class OfWhatDoesNotCountOrHasNoMark {

    @Test
    void thereIsNoMark() {
      Figures figures =
          market
              .account()
              .collateral("PEPE", "1")
              .collateral("NEW", "1")
              .collateral("ETH", "1")
              .figures();
      assertThat(figures.marksUsd()).containsOnlyKeys("ETH");
      assertThat(figures.collateralValueUsd()).isEqualTo(2_000);
    }
  }

  @Nested
  class OfANettedAccount {

    private final Account account =
        market.account().netted().collateral("ETH", "3").debt("ETH", "1").debt("USDC", "1600");

    @Test
    void valuesAreThoseBeforeNetting() {
      Figures figures = account.figures();
      assertThat(figures.collateralValueUsd()).isEqualTo(6_000);
      assertThat(figures.debtValueUsd()).isEqualTo(3_600);
      assertThat(figures.loanToValue()).isEqualTo(0.6);
      assertThat(figures.healthFactor()).isEqualTo(1.6);
    }

    @Test
    void liquidationPricesAreThoseAfterIt() {
      assertThat(account.figures().liquidationPricesUsd()).containsEntry("ETH", 1_250.0);
    }
  }

  @Nested
  class LiquidationPrices {

    @Test
    void ofAPerpetualCountItsOwnMaintenance() {
      // 1000 + (p − 2000) = 0.1·p at 1000 / 0.9.
      Figures figures =
          market
              .account()
              .collateral("USDC", "1111.111111111111111111")
              .longOf("ETH", "1", "2000")
              .figures();
      assertThat(figures.liquidationPricesUsd().get("ETH")).isCloseTo(1_000 / 0.9, within(1e-9));
    }

    @Test
    void ofAShortLieAbove() {
      Figures figures =
          market
              .account()
              .collateral("USDC", "1111.111111111111111111")
              .shortOf("ETH", "1", "2000")
              .figures();
      assertThat(figures.liquidationPricesUsd().get("ETH")).isCloseTo(3_000 / 1.1, within(1e-9));
    }

    @Test
    void areAbsentWhereNoPriceWouldDo() {
      Account rich = market.account().collateral("USDC", "10000").longOf("ETH", "1", "2000");
      assertThat(rich.figures().liquidationPricesUsd()).containsOnlyKeys("USDC");
    }
  }
}
