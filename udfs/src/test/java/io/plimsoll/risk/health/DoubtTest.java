package io.plimsoll.risk.health;

import static io.plimsoll.risk.Asset.asset;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.Account;
import io.plimsoll.risk.Market;
import io.plimsoll.risk.mark.MarkStatus;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Uncertainty warns, it does not liquidate (risk model §2): the benefit of the doubt. */
class DoubtTest {

  private final Market market =
      Market.of(
              asset("ETH").collateralAt("0.8").maintenance("0.1").doubt("0.25"),
              asset("USDC").collateralAt("1").bonus("0").doubt("0.5"),
              asset("DUST").collateralAt("0.5").doubt("10"))
          .mark("ETH", 1_000)
          .mark("USDC", 1)
          .mark("DUST", 1);

  @Nested
  class OfACollateral {

    private final Account account = market.account().collateral("ETH", "1").debt("USDC", "1000");

    @Test
    void isGivenUpward() {
      assertThat(account.isLiquidatable()).isTrue();
      market.doubt("ETH");
      assertThat(account.isLiquidatable()).as("0.8·1250 is exactly 1000").isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = "OK", mode = EnumSource.Mode.EXCLUDE)
    void isGivenWhateverTheReasonNotToBelieve(MarkStatus status) {
      market.status("ETH", status);
      assertThat(account.isLiquidatable()).isFalse();
    }

    @Test
    void isNotWithoutLimit() {
      market.doubt("ETH");
      Account worse = market.account().collateral("ETH", "1").debt("USDC", "1000.01");
      assertThat(worse.isLiquidatable()).isTrue();
    }

    @Test
    void doesNotChangeThePrudentSumsOrThoseAtMid() {
      Assessment before = account.assess();
      market.doubt("ETH");
      Assessment after = account.assess();
      assertThat(after.exact().assets()).isEqualTo(before.exact().assets());
      assertThat(after.isPrudentlyBelow(Factor.ONE)).isTrue();
      assertThat(after.isBelow(Factor.ONE)).isTrue();
    }
  }

  @Nested
  class OfADebt {

    @Test
    void isGivenDownward() {
      Account account = market.account().collateral("ETH", "1").debt("USDC", "1600");
      assertThat(account.isLiquidatable()).isTrue();
      market.doubt("USDC");
      assertThat(account.isLiquidatable()).as("half of 1600 is exactly 800").isFalse();
    }

    @Test
    void ofMoreThanEverythingIsNothingOwed() {
      market.doubt("DUST");
      Account account = market.account().debt("DUST", "1000000");
      assertThat(account.isLiquidatable()).isFalse();
      assertThat(account.assess().isFavourablyInsolvent()).isFalse();
    }
  }

  @Nested
  class OfAnAssetOnBothSides {

    @Test
    void isOnePriceForTheWholeAccountAtTheEndThatIsBetterForIt() {
      // 2 ETH at 0.8 against 1 ETH owed: the rise helps by 0.6 a dollar, whatever the debt alone.
      Account account =
          market.account().collateral("ETH", "2").debt("ETH", "1").debt("USDC", "700");
      assertThat(account.isLiquidatable()).isTrue();
      market.doubt("ETH");
      assertThat(account.isLiquidatable()).as("0.6·1250 = 750 ≥ 700").isFalse();
      Account worse = market.account().collateral("ETH", "2").debt("ETH", "1").debt("USDC", "751");
      assertThat(worse.isLiquidatable()).as("not 1.6·1250 − 1000·0.75").isTrue();
    }

    @Test
    void isAFallForAShort() {
      // Loss of 100, maintenance 100; at 750: gain of 150, maintenance 75.
      Account account = market.account().collateral("USDC", "150").shortOf("ETH", "1", "900");
      assertThat(account.isLiquidatable()).isTrue();
      market.doubt("ETH");
      assertThat(account.isLiquidatable()).isFalse();
    }

    @Test
    void choosesForEquityByTheUnitsInEquityAlone() {
      // In A − L the asset weighs 0.8·5 − 4.2 < 0, in E 5 − 4.2 > 0: each asks for its own end.
      market.doubt("ETH");
      Account account =
          market.account().collateral("ETH", "5").debt("ETH", "4.2").debt("USDC", "1000");
      assertThat(account.isLiquidatable()).as("0.2·750 and 1000 owed").isTrue();
      assertThat(account.assess().isFavourablyInsolvent()).as("0.8·1250 is exactly 1000").isFalse();
      market.mark("ETH", 1_000);
      assertThat(account.assess().isFavourablyInsolvent()).isTrue();
    }
  }

  @Nested
  class OfASpeck {

    @Test
    void shieldsNobody() {
      Account account =
          market.account().collateral("ETH", "1").debt("USDC", "1000").collateral("DUST", "1");
      market.doubt("DUST");
      assertThat(account.isLiquidatable()).isTrue();
    }
  }
}
