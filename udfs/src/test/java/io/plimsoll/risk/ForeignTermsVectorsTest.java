package io.plimsoll.risk;

import static io.plimsoll.risk.Asset.asset;
import static io.plimsoll.risk.ForeignVectorsTest.cash;
import static io.plimsoll.risk.ForeignVectorsTest.healthFactor;
import static io.plimsoll.risk.ForeignVectorsTest.isWithin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.risk.terms.SpotTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Numbers from other systems' public test suites on what a liquidation repays and seizes; see
 * {@link ForeignVectorsTest}.
 */
class ForeignTermsVectorsTest {

  @Nested
  class CloseFactor {

    /** Aave v3, CloseFactor.t.sol: HF 0.97; whole below 2000 USD of collateral, else half. */
    @ParameterizedTest
    @CsvSource({"0.5, 1", "100, 0.5"})
    void aaveCloseFactor(String weth, String share) {
      Market market = cash(asset("WETH").collateralAt("0.97").bonus("0.01"));
      market.mark("WETH", 1_800).dust("2000").target("40");
      String owed = new BigDecimal(weth).multiply(BigDecimal.valueOf(1_800)).toPlainString();
      Account account = market.account().collateral("WETH", weth).debt("OWED", owed);
      isWithin(healthFactor(account), "0.97", "0");
      BigDecimal whole = new BigDecimal(owed);
      BigDecimal seizable = whole.divide(new BigDecimal("1.01"), 18, RoundingMode.DOWN);
      BigDecimal expected = whole.multiply(new BigDecimal(share)).min(seizable);
      assertThat(account.seizure().repayAmount()).isEqualByComparingTo(expected);
    }
  }

  @Nested
  class RepaymentToTheTarget {

    /** Aave v4, DebtToTargetHealthFactor NoPrecisionLoss: the same four units at any precision. */
    @ParameterizedTest
    @CsvSource({"1", "1000000", "1000000000000000000"})
    void aaveDebtToTarget(long unit) {
      Market market = cash(asset("COLL").collateralAt("0.5").bonus("0.5"), asset("DEBT"));
      market.mark("COLL", 1).mark("DEBT", 2_000).target("1.0").closeFactor("1");
      SpotTerms terms = market.account().collateral("COLL", "16000").debt("DEBT", "5").seizure();
      BigDecimal inUnits = terms.repayAmount().multiply(BigDecimal.valueOf(unit));
      assertThat(inUnits)
          .isEqualByComparingTo(BigDecimal.valueOf(4).multiply(BigDecimal.valueOf(unit)));
    }

    /** Aave v4, calculateLiquidationAmounts_InsufficientCollateral, at the bonus of HF 0.8. */
    @Test
    void aaveInsufficientCollateral() {
      Market market =
          cash(
              asset("COLL").collateralAt("0.5").bonus("0.2").protocolFee("0.1"),
              asset("REST").collateralAt("1").bonus("0"),
              asset("DEBT"));
      market.mark("COLL", 1).mark("REST", 1).mark("DEBT", 2_000).target("1.0");
      Account account = market.account().collateral("COLL", "3000").debt("DEBT", "5");
      for (String venue : new String[] {"x", "y", "z"}) {
        account.collateral("REST", venue.equals("z") ? "1500" : "2500").at(venue);
      }
      isWithin(healthFactor(account), "0.8", "0");
      SpotTerms terms = account.seizure();
      assertThat(terms.seizeAmount()).isEqualByComparingTo("3000");
      assertThat(terms.repayAmount()).isEqualByComparingTo("1.25");
      assertThat(3_000 - terms.protocolFeeUsd()).isEqualTo(2_950);
    }

    /** Aave v3, weth_dust_leftover: 900 USDX seize 0.525 WETH and leave three wei. */
    @Test
    void aaveWethDustLeftover() {
      Market market = cash(asset("WETH").collateralAt("0.85").bonus("0.05")).mark("WETH", 1_800);
      SpotTerms terms =
          market
              .account()
              .collateral("WETH", "0.525000000000000003")
              .debt("OWED", "900")
              .debt("WETH", "0.000001")
              .seizure();
      assertThat(terms.repayAmount()).isEqualByComparingTo("900");
      assertThat(terms.seizeAmount()).isEqualByComparingTo("0.525");
    }

    /** Synthetix, calculateAmountToFixCollateral: (D − V·t) / (1 − (1 + p)·t), 18 decimals. */
    @ParameterizedTest
    @CsvSource({
      "300, 0.125, 260.869565217391304347",
      "200, 0.125, 144.927536231884057971",
      "300, 0.2, 230.769230769230769230"
    })
    void synthetixAmountToFix(String owed, String issuance, String amount) {
      Market market = cash(asset("SNX").collateralAt(issuance).bonus("0.1")).mark("SNX", 1);
      market.target("1").dust("0");
      SpotTerms terms = market.account().collateral("SNX", "600").debt("OWED", owed).seizure();
      assertThat(terms.repayAmount())
          .isCloseTo(new BigDecimal(amount), within(new BigDecimal("1e-18")));
    }

    /**
     * Drift v2, liability transfer for a shortage of 10; weights to 1e-4, multiplier steps 1e-5.
     */
    @ParameterizedTest
    @CsvSource({"0, 0.250000000, 1e-9", "0.222222222222222222222222, 0.449984250, 2.1e-5"})
    void driftLiabilityTransfer(String bonus, String transfer, String tolerance) {
      Market market =
          cash(
              asset("COLL").collateralAt("0.8").bonus(bonus),
              asset("LIAB").borrowFactor("0.83333333333333333333333333333333"));
      market.mark("COLL", 1).mark("LIAB", 100).target("1").dust("0").closeFactor("1");
      SpotTerms terms = market.account().collateral("COLL", "587.5").debt("LIAB", "4").seizure();
      assertThat(terms.repayAmount())
          .isCloseTo(new BigDecimal(transfer), within(new BigDecimal(tolerance)));
    }
  }

  @Nested
  class Seizure {

    /** Compound III, quoteCollateral; a discount of d is a bonus of 1/(1 − d) − 1. */
    @ParameterizedTest
    @CsvSource({
      "200, 200, 0.25, 1.25",
      "200, 200, 0, 1",
      "810, 9, 0.111111111111111111111111111111, 100",
      "1000000000000000, 200, 0.25, 6250000000000"
    })
    void cometQuoteCollateral(String base, double price, String bonus, String collateral) {
      assertThat(seizedFor(base, price, bonus))
          .isCloseTo(new BigDecimal(collateral), within(new BigDecimal("1e-18")));
    }

    /** Drift v2, calculate_asset_transfer_for_liability_transfer: 100 USD, 6 decimals. */
    @ParameterizedTest
    @CsvSource({"0, 100", "0.020202020202020202, 102.020202"})
    void driftAssetTransfer(String bonus, String transfer) {
      assertThat(seizedFor("100", 1, bonus))
          .isCloseTo(new BigDecimal(transfer), within(new BigDecimal("1e-6")));
    }

    /** What is seized for the whole of a debt by an account that has far too little weight. */
    private BigDecimal seizedFor(String owed, double price, String bonus) {
      Market market = cash(asset("COLL").collateralAt("0.000001").bonus(bonus)).mark("COLL", price);
      String held = new BigDecimal(owed).multiply(BigDecimal.TEN).toPlainString();
      SpotTerms terms =
          market.dust(owed).account().collateral("COLL", held).debt("OWED", owed).seizure();
      assertThat(terms.repayAmount()).isEqualByComparingTo(owed);
      return terms.seizeAmount();
    }

    /** Maker, bark_not_leaving_dust: what the hole admits is the close factor; 2.5 a unit. */
    @ParameterizedTest
    @CsvSource({
      "1, 0.8, 80, 32", // not_leaving_dust: exactly dust is left
      "1, 0.800000000000000001, 100, 40", // over_hole: a unit less would be left, so all is taken
      "1.02, 0.98, 102, 40" // rate
    })
    void makerLeavesNoDust(double rate, String admitted, String tab, String lot) {
      Market market = cash(asset("INK").collateralAt("0.98").bonus("0"), asset("ART"));
      market.mark("INK", 2.5 * rate).mark("ART", 1).index("ART", rate).dust("20");
      market.closeFactor(admitted).target("40");
      SpotTerms terms = market.account().collateral("INK", "40").debt("ART", "100").seizure();
      assertThat(terms.repayValueUsd()).isCloseTo(Double.parseDouble(tab), within(1e-12));
      assertThat(terms.seizeAmount())
          .isCloseTo(new BigDecimal(lot), within(new BigDecimal("1e-15")));
    }
  }
}
