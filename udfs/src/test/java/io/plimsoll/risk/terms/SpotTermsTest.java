package io.plimsoll.risk.terms;

import static io.plimsoll.risk.Asset.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.risk.Account;
import io.plimsoll.risk.Market;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How much is repaid and seized (risk model §7). ETH at 2000 weighs 0.8 and brings a bonus of 0.05;
 * USDC is owed. Restoring a target of 1.05 costs {@code (1.05·L − A) / (1.05 − 1.05·0.8)}.
 */
class SpotTermsTest {

  private final Market market =
      Market.of(asset("ETH").collateralAt("0.8").bonus("0.05").protocolFee("0.1"), asset("USDC"))
          .mark("ETH", 2_000)
          .mark("USDC", 1);

  private Account owing(String usdc) {
    return market.account().collateral("ETH", "10").debt("USDC", usdc);
  }

  private static void repaysAndSeizes(Account account, String repaid, String seized) {
    SpotTerms terms = account.seizure();
    assertThat(terms.repayAmount()).as("repaid").isEqualByComparingTo(repaid);
    assertThat(terms.seizeAmount()).as("seized").isEqualByComparingTo(seized);
  }

  @Nested
  class Restores {

    @Test
    void theTargetHealthFactor() {
      // A 16000, L 16160: (16968 − 16000) / 0.21 = 4609.5238…; HF 0.990.
      SpotTerms terms = owing("16160").seizure();
      assertThat(terms.repayAmount()).isEqualByComparingTo("4609.523809523809523809");
      assertThat(terms.seizeAmount()).isEqualByComparingTo("2.42");
      assertThat(terms.repayValueUsd()).isCloseTo(4609.523809523809, within(1e-9));
      assertThat(terms.bonusUsd()).isCloseTo(230.47619047619, within(1e-9));
      assertThat(terms.protocolFeeUsd()).isCloseTo(23.047619047619, within(1e-9));
      assertThat(terms.healthFactorAfter()).isCloseTo(1.05, within(1e-15));
      assertThat(terms.repayAsset()).isEqualTo("USDC");
      assertThat(terms.seizeAsset()).isEqualTo("ETH");
    }

    @Test
    void withTheThresholdAsInForce() {
      market.loadFactor("ETH", 0.5);
      // A 8000, L 8080: 0.42 a dollar of value seized: (8484 − 8000) / 0.63.
      repaysAndSeizes(owing("8080"), "768.253968253968253968", "0.403333333333333333");
    }

    @Test
    void withTheDebtOverItsBorrowFactor() {
      Market weighted =
          Market.of(
                  asset("ETH").collateralAt("0.8").bonus("0.05"), asset("BTC").borrowFactor("0.8"))
              .mark("ETH", 2_000)
              .mark("BTC", 64_000);
      // 0.2 BTC weigh 16000; with 0.202: L 16160, ω 1.25: (16968 − 16000) / (1.3125 − 0.84).
      Account account = weighted.account().collateral("ETH", "10").debt("BTC", "0.202");
      repaysAndSeizes(account, "0.032010582010582010", "1.075555555555555555");
      assertThat(account.seizure().healthFactorAfter()).isCloseTo(1.05, within(1e-15));
    }

    @Test
    void inUnitsBeforeRateAndIndex() {
      market.rate("ETH", 1.25).index("USDC", 2);
      Account account = market.account().collateral("ETH", "8").debt("USDC", "8080");
      repaysAndSeizes(account, "2304.761904761904761904", "1.936");
    }

    @Test
    void withTheBonusOfTheCategoryAndItsThresholdWhateverTheLoadFactor() {
      market.loadFactor("ETH", 0.5).category("usd");
      market.lists("usd", "ETH", "0.9", "0.1").lists("usd", "USDC", "0.9", "0.02");
      // A 18000, L 18180: (19089 − 18000) / (1.05 − 1.1·0.9) = 18150, capped at 9090.
      repaysAndSeizes(owing("18180").category("usd"), "9090", "4.9995");
    }
  }

  @Nested
  class IsCapped {

    @Test
    void byTheCloseFactor() {
      // Restoring would take 4609.52.
      market.closeFactor("0.25");
      repaysAndSeizes(owing("16160"), "4040", "2.121");
    }

    @Test
    void byTheWholeDebtBelowTheLineOfFullLiquidation() {
      market.closeFactor("0.25").target("2");
      assertThat(owing("16842.1").healthFactor()).isGreaterThan(0.95);
      repaysAndSeizes(owing("16842.1"), "4210.525", "2.210525625");
      assertThat(owing("16842.2").healthFactor()).isLessThan(0.95);
      repaysAndSeizes(owing("16842.2"), "15245.172413793103448275", "8.003715517241379310");
    }

    @Test
    void atTheLineExactlyByTheCloseFactorStill() {
      market.closeFactor("0.25").target("2").fullLiquidationBelow("0.8");
      repaysAndSeizes(owing("20000"), "5000", "2.625"); // 16000 / 20000
    }

    @Test
    void byTheCollateralThereIs() {
      SpotTerms terms = owing("25000").seizure();
      assertThat(terms.repayAmount()).isEqualByComparingTo("19047.619047619047619047");
      assertThat(terms.seizeAmount()).isEqualByComparingTo("10");
      assertThat(terms.healthFactorAfter()).as("nothing is left of A").isZero();
    }

    @Test
    void byTheCapAloneWhenNoRepaymentCanRestoreTheTarget() {
      Market thin =
          Market.of(asset("ETH").collateralAt("0.8").bonus("0.25"), asset("USDC"))
              .mark("ETH", 2_000)
              .mark("USDC", 1)
              .target("1");
      // ω − 1.25·0.8 = 0: every dollar repaid costs as much as it brings.
      Account account = thin.account().collateral("ETH", "10").debt("USDC", "16160");
      repaysAndSeizes(account, "8080", "5.05");
      assertThat(account.seizure().healthFactorAfter()).isLessThan(1);
    }
  }

  @Nested
  class LeavesNoDust {

    /** Of 16160, 4609.52… restore the target and 11550.47619… are left owed. */
    @ParameterizedTest
    @CsvSource({
      "11550.476190476190476190, 4609.523809523809523809",
      "11550.476190476190476191, 16160"
    })
    void ofADebt(String dust, String repaid) {
      market.dust(dust);
      assertThat(owing("16160").seizure().repayAmount()).isEqualByComparingTo(repaid);
    }

    /** A 25600, L 25800 (gold weighs half): 1490 / 0.21 takes 7450 of ETH's 20000. */
    @ParameterizedTest
    @CsvSource({"12550, 3.725", "12550.000000000000000001, 10"})
    void ofACollateral(String dust, String seized) {
      Market two =
          Market.of(
                  asset("ETH").collateralAt("0.8").bonus("0.05"),
                  asset("GOLD").collateralAt("0.5"),
                  asset("USDC"))
              .mark("ETH", 2_000)
              .mark("GOLD", 1)
              .mark("USDC", 1)
              .dust(dust);
      Account account =
          two.account().collateral("ETH", "10").collateral("GOLD", "19200").debt("USDC", "25800");
      assertThat(account.seizure().seizeAmount()).isEqualByComparingTo(seized);
    }

    @Test
    void andAllOfASmallLoanIsTaken() {
      Account small = market.account().collateral("ETH", "0.05").debt("USDC", "80.8");
      repaysAndSeizes(small, "80.8", "0.04242");
      assertThat(small.seizure().healthFactorAfter()).isPositive().isInfinite();
    }
  }

  @Nested
  class Netted {

    @Test
    void repaysAndSeizesWhatIsLeftAfterNettingWithoutAVenue() {
      Account account =
          market
              .account()
              .netted()
              .collateral("ETH", "11")
              .at("a")
              .debt("ETH", "1")
              .at("b")
              .debt("USDC", "16160");
      SpotTerms terms = account.seizure();
      assertThat(terms.seizeAmount()).isEqualByComparingTo("2.42");
      assertThat(terms.repayVenue()).isEmpty();
      assertThat(terms.seizeVenue()).isEmpty();
    }

    @Test
    void doesNotSeizeWhatHedges() {
      Market hedged =
          Market.of(asset("ETH").collateralAt("0.8").bonus("0.05").hedgeHaircut("0"), asset("USDC"))
              .mark("ETH", 2_000)
              .mark("USDC", 1);
      // Ten of twelve are left; the two sold short stand at their entry.
      Account account =
          hedged
              .account()
              .netted()
              .collateral("ETH", "12")
              .shortOf("ETH", "2", "2000")
              .debt("USDC", "25000");
      SpotTerms terms = account.seizure();
      assertThat(terms.seizeAmount()).isEqualByComparingTo("10");
    }

    @Test
    void hasNoTermsWhenNothingIsLeft() {
      Account account = market.account().netted().collateral("ETH", "1").debt("ETH", "2");
      assertThat(account.isLiquidatable()).isTrue();
      assertThat(account.terms()).isEqualTo(NoTerms.NONE);
      assertThat(account.termsExist()).isFalse();
    }
  }

  /** A billionth of the whole is nothing, and a hair more is something. */
  @Nested
  class WhatIsLeftAfterwards {

    private final Market two =
        Market.of(
                asset("COLL").collateralAt("0.5").bonus("0.05"),
                asset("REST").collateralAt("0.5"),
                asset("OWED"),
                asset("ALSO"))
            .mark("COLL", 1)
            .mark("REST", 1)
            .mark("OWED", 1)
            .mark("ALSO", 1)
            .dust("800");

    @ParameterizedTest
    @CsvSource({
      "999.999999, 0.000001, true", // of L = 1000 a billionth
      "999.999998999999, 0.000001000001, false"
    })
    void isNothingOwedAndNoHealthFactor(String repaid, String left, boolean none) {
      SpotTerms terms =
          two.account()
              .collateral("COLL", "1800")
              .debt("OWED", repaid)
              .debt("ALSO", left)
              .seizure();
      assertThat(terms.repayAmount()).isEqualByComparingTo(repaid);
      assertThat(Double.isInfinite(terms.healthFactorAfter())).isEqualTo(none);
    }

    @ParameterizedTest
    @CsvSource({"0.000002, true", "0.000002000002, false"}) // A = 1000 before
    void isNothingHeldAndAHealthFactorOfZero(String left, boolean none) {
      SpotTerms terms =
          two.account()
              .collateral("COLL", "1999.999998")
              .collateral("REST", left)
              .debt("OWED", "5000")
              .seizure();
      assertThat(terms.seizeAmount()).isEqualByComparingTo("1999.999998");
      assertThat(terms.healthFactorAfter() == 0).isEqualTo(none);
    }
  }

  @Nested
  class DoNotExist {

    @Test
    void forWhoeverIsNotBelowTheLine() {
      assertThat(owing("16000").terms()).isEqualTo(NoTerms.NONE);
      assertThat(owing("16000").termsExist()).isFalse();
      assertThat(owing("16160").inGrace("0.95").terms().exist()).isFalse();
      market.doubt("ETH");
      assertThat(owing("16160").terms().exist()).isFalse();
    }

    @Test
    void withoutCollateral() {
      Account account = market.account().debt("USDC", "1000");
      assertThat(account.terms()).isEqualTo(NoTerms.NONE);
      assertThat(account.termsExist()).isFalse();
    }

    @Test
    void forAnAssetWithoutAMark() {
      Market fresh = Market.of(asset("NEW").collateralAt("0.5"), asset("USDC")).mark("USDC", 1);
      Account account = fresh.account().collateral("NEW", "1000").debt("USDC", "1000");
      assertThat(account.isLiquidatable()).isTrue();
      assertThat(account.terms()).isEqualTo(NoTerms.NONE);
      assertThat(account.termsExist()).isFalse();
    }
  }
}
