package io.plimsoll.risk.health;

import static io.plimsoll.risk.Asset.asset;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.Account;
import io.plimsoll.risk.Market;
import io.plimsoll.risk.account.Holding;
import io.plimsoll.risk.account.Kind;
import java.math.BigDecimal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What counts, at which thresholds, and how an account is called (risk model §§5 and 6). */
class PortfolioTest {

  private final Market market =
      Market.of(
              asset("ETH").collateralAt("0.8").bonus("0.05"),
              asset("stETH").collateralAt("0.75").bonus("0.07"),
              asset("USDC").collateralAt("0.85"),
              asset("PEPE"))
          .category("eth", "1.03")
          .lists("eth", "ETH", "0.95", "0.01")
          .lists("eth", "stETH", "0.93", "0.02")
          .lists("eth", "PEPE", "0.5", "0.1")
          .mark("ETH", 1_000)
          .mark("stETH", 1_000)
          .mark("USDC", 1)
          .mark("PEPE", 1);

  private static void hasAssets(Account account, String a) {
    assertThat(account.exact().assets().roundTowardZero(6)).isEqualByComparingTo(a);
  }

  @Nested
  class ACategory {

    @Test
    void isInForceWhileEveryDebtIsListed() {
      Account account =
          market.account().category("eth").collateral("stETH", "1").debt("ETH", "0.5");
      assertThat(account.portfolio().isCategoryInForce()).isTrue();
      hasAssets(account, "930");
    }

    @Test
    void isInForceWithoutAnyDebt() {
      hasAssets(market.account().category("eth").collateral("stETH", "1"), "930");
    }

    @Test
    void isNotInForceWithADebtElsewhere() {
      Account account =
          market.account().category("eth").collateral("stETH", "1").debt("USDC", "0.000001");
      assertThat(account.portfolio().isCategoryInForce()).isFalse();
      hasAssets(account, "750");
    }

    @Test
    void isNotInForceWithAPerpetualEvenInAListedAsset() {
      Account account =
          market.account().category("eth").collateral("stETH", "1").longOf("ETH", "1", "1000");
      assertThat(account.portfolio().isCategoryInForce()).isFalse();
      hasAssets(account, "750");
    }

    @Test
    void leavesCollateralItDoesNotListAtItsOwnThreshold() {
      hasAssets(
          market.account().category("eth").collateral("USDC", "100").debt("ETH", "0.01"), "85");
    }

    @Test
    void holdsItsThresholdsWhateverTheLoadFactor() {
      market.loadFactor("stETH", 0.5).loadFactor("USDC", 0.5);
      Account account =
          market.account().category("eth").collateral("stETH", "1").collateral("USDC", "100");
      hasAssets(account, "972.5"); // 930 and 100·0.85·0.5
    }

    @Test
    void makesCollateralOfWhatIsNoneElsewhere() {
      hasAssets(market.account().category("eth").collateral("PEPE", "10"), "5");
      hasAssets(market.account().collateral("PEPE", "10"), "0");
    }

    @Test
    void bringsItsOwnBonus() {
      Portfolio in = market.account().category("eth").collateral("stETH", "1").portfolio();
      Portfolio out = market.account().collateral("stETH", "1").portfolio();
      assertThat(in.bonus(0)).isEqualByComparingTo("0.02");
      assertThat(out.bonus(0)).isEqualByComparingTo("0.07");
    }

    @Test
    void thatNobodyDefinedChangesNothing() {
      hasAssets(market.account().category("none").collateral("stETH", "1"), "750");
    }

    @Test
    void holdsForANettedAccountToo() {
      hasAssets(
          market.account().netted().category("eth").collateral("ETH", "2").debt("ETH", "1"), "950");
    }
  }

  @Nested
  class TheMarginCall {

    private void isCalledBelow(Account account, String c, String release) {
      assertThat(account.portfolio().callFactor().exact()).isEqualByComparingTo(c);
      assertThat(account.portfolio().releaseFactor().exact()).isEqualByComparingTo(release);
    }

    @Test
    void isTheGlobalOne() {
      isCalledBelow(market.account().collateral("ETH", "1"), "1.10", "1.12");
    }

    @Test
    void unlessTheCategoryInForceHasOne() {
      isCalledBelow(market.account().category("eth").collateral("ETH", "1"), "1.03", "1.05");
      isCalledBelow(market.account().category("eth").debt("USDC", "1"), "1.10", "1.12");
    }

    @Test
    void unlessTheAccountHasOne() {
      isCalledBelow(
          market.account().category("eth").marginCall("1.4").collateral("ETH", "1"), "1.4", "1.42");
    }
  }

  @Nested
  class WhatCounts {

    @Test
    void isSortedByAssetThenVenueThenKind() {
      Account account =
          market
              .account()
              .shortOf("USDC", "1", "1")
              .at("b")
              .longOf("USDC", "1", "1")
              .at("b")
              .debt("USDC", "1")
              .at("a")
              .collateral("ETH", "1")
              .at("z");
      assertThat(account.portfolio().holdings())
          .extracting(h -> h.asset() + " " + h.venue() + " " + h.kind())
          .containsExactly("ETH z COLLATERAL", "USDC a DEBT", "USDC b LONG", "USDC b SHORT");
    }

    @Test
    void isNotCollateralWithoutAThreshold() {
      Account account = market.account().collateral("PEPE", "1000").debt("PEPE", "1");
      assertThat(account.portfolio().holdings()).extracting(Holding::kind).containsOnly(Kind.DEBT);
    }

    @Test
    void isNotNettedAwayByWhatDoesNotCount() {
      Account account = market.account().netted().collateral("PEPE", "1").debt("PEPE", "1");
      assertThat(account.exact().liabilities().roundTowardZero(0)).isEqualTo(BigDecimal.ONE);
    }
  }
}
