package io.plimsoll.risk;

import static io.plimsoll.risk.Asset.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.risk.exact.Rational;
import io.plimsoll.risk.health.ExactSums;
import io.plimsoll.risk.terms.PerpetualTerms;
import java.math.BigDecimal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Numbers from other systems' public test suites, typed in as facts: the inputs and what the other
 * system expects, with its own rounding unit as the tolerance. docs/vectors.md says which are held
 * here, in {@link ForeignTermsVectorsTest} and {@link ForeignGuardVectorsTest}, which are not, and
 * why.
 */
class ForeignVectorsTest {

  /** Other assets beside USD, which counts whole as collateral, and OWED; both are worth 1. */
  static Market cash(Asset... others) {
    Asset[] all = new Asset[others.length + 2];
    System.arraycopy(others, 0, all, 2, others.length);
    all[0] = asset("USD").collateralAt("1").bonus("0");
    all[1] = asset("OWED");
    return Market.of(all).mark("USD", 1).mark("OWED", 1);
  }

  static Rational healthFactor(Account account) {
    ExactSums sums = account.exact();
    return sums.assets().over(sums.liabilities());
  }

  static void isWithin(Rational ours, String theirs, String unit) {
    Rational apart = ours.minus(Rational.of(new BigDecimal(theirs))).abs();
    assertThat(apart)
        .as("%s against %s", ours.toDouble(), theirs)
        .isLessThanOrEqualTo(Rational.of(new BigDecimal(unit)));
  }

  @Nested
  class CollateralRatio {

    /** Liquity v1, TroveManagerTest computeICR; tolerances are the source's, in 1e-18. */
    @ParameterizedTest
    @CsvSource({
      "1, 100, 100, 1, 0",
      "200, 30, 100, 666.666666666666666666, 1000e-18",
      "1350, 127, 250, 2657.480314960630000000, 1000000e-18",
      "1, 54321, 100, 0.001840908672520756, 1000e-18"
    })
    void liquityComputeIcr(String coll, String debt, double price, String ratio, String tolerance) {
      Market market = cash(asset("ETH").collateralAt("1").bonus("0")).mark("ETH", price);
      Account trove = market.account().collateral("ETH", coll).debt("OWED", debt);
      isWithin(healthFactor(trove), ratio, tolerance);
      ExactSums sums = trove.exact();
      isWithin(sums.collateralValue().over(sums.debtValue()), ratio, tolerance);
    }

    /** Liquity v1, computeICR without debt: the largest number there is. */
    @Test
    void liquityComputeIcrWithoutDebt() {
      Market market = cash(asset("ETH").collateralAt("1").bonus("0")).mark("ETH", 100);
      assertThat(market.account().collateral("ETH", "1").healthFactor())
          .isEqualTo(Double.POSITIVE_INFINITY);
    }
  }

  @Nested
  class HealthFactor {

    /** Euler v2, full.t.sol: health is weighed collateral over liability, to the digits quoted. */
    @ParameterizedTest
    @CsvSource({
      "12.3, 8.8, 1.39, 0.01", // multipleCollaterals before
      "12.3, 12.6, 0.976, 0.01", // multipleCollaterals at 3.15
      "0.004, 11, 0.0003636, 0.0000001", // minCollateralFactor, LTV of a basis point
      "47.6, 44, 1.08, 0.01" // non18Decimal collateral at 17
    })
    void eulerHealthScore(String weighed, String owed, String health, String tolerance) {
      isWithin(
          healthFactor(cash().account().collateral("USD", weighed).debt("OWED", owed)),
          health,
          tolerance);
    }
  }

  @Nested
  class Liquidatability {

    /** Compound III, is-liquidatable-test: the liquidation collateral factor is 1. */
    @ParameterizedTest
    @CsvSource({"0, 0, false", "100000, 100000, false", "100000, 95000, true"})
    void cometIsLiquidatable(String owed, String held, boolean liquidatable) {
      Account account = cash().account();
      if (!owed.equals("0")) {
        account.debt("OWED", owed).collateral("USD", held);
      }
      assertThat(account.isLiquidatable()).isEqualTo(liquidatable);
    }

    /** Compound III, is-borrow-collateralized-test: the same inequality at the borrow factor. */
    @ParameterizedTest
    @CsvSource({"1.2, true", "1, false"})
    void cometIsBorrowCollateralized(String comp, boolean collateralized) {
      Market market = cash(asset("COMP").collateralAt("0.9")).mark("COMP", 1);
      Account account = market.account().collateral("COMP", comp).debt("OWED", "1");
      assertThat(account.isLiquidatable()).isEqualTo(!collateralized);
    }

    /** dYdX v4, TestIsLiquidatable: 0.1 BTC at 50000, maintenance of a tenth. */
    @ParameterizedTest
    @CsvSource({"-4000, false", "-4500, false", "-4501, true"})
    void dydxIsLiquidatable(String usdc, boolean liquidatable) {
      assertThat(dydx(usdc, "0.1").isLiquidatable()).isEqualTo(liquidatable);
    }

    /** dYdX v4, TestIsLiquidatable: no positions, +1. */
    @Test
    void dydxIsLiquidatableWithoutAPosition() {
      assertThat(cash().account().collateral("USD", "1").isLiquidatable()).isFalse();
    }

    /** dYdX v4, TestRisk_IsLiquidatable: net collateral against maintenance. */
    @ParameterizedTest
    @CsvSource({
      "100, 0, false",
      "0, 100, true",
      "0, 0, false",
      "-100, 100, true",
      "75, 100, true",
      "100, 100, false",
      "125, 100, false"
    })
    void dydxRiskIsLiquidatable(int net, int maintenance, boolean liquidatable) {
      Market market = cash(asset("PERP").maintenance("0.1")).mark("PERP", 1_000);
      Account account = market.account();
      if (net > 0) {
        account.collateral("USD", String.valueOf(net));
      }
      if (maintenance > 0) {
        account.longOf("PERP", "1", net < 0 ? String.valueOf(1_000 - net) : "1000");
      }
      assertThat(account.isLiquidatable()).isEqualTo(liquidatable);
    }
  }

  /** USDC and BTC of dYdX v4: a balance in debt is what the position was bought for. */
  private static Account dydx(String usdc, String btc) {
    return dydx(usdc, btc, "0.1");
  }

  private static Account dydx(String usdc, String btc, String maintenance) {
    Market market = cash(asset("BTC").maintenance(maintenance)).mark("BTC", 50_000);
    BigDecimal units = new BigDecimal(btc);
    String entry = new BigDecimal(usdc).divide(units.negate()).toPlainString();
    return units.signum() > 0
        ? market.account().longOf("BTC", btc, entry)
        : market.account().shortOf("BTC", units.abs().toPlainString(), entry);
  }

  @Nested
  class Maintenance {

    /** dYdX v4, TestGetMarginRequirementsInQuoteQuantums_2; rounded up to 1e-6 there. */
    @ParameterizedTest
    @CsvSource({
      "5555, 0.7, 0.005, 19.4425",
      "420000, 0.005, 0.005, 10.5",
      "5555, 0.007, 1, 38.885",
      "5555, 0.007, 0.01, 0.38885",
      "5555, 0.007, 0, 0",
      "5555, 0.007, 0.005, 0.194425",
      "36750, 0.012, 0.1, 44.1",
      "123456, 0.074523, 0.03, 276.009345",
      "123456, 0.074523, 0.15, 1380.046724"
    })
    void dydxMarginRequirements(double price, String units, String margin, String requirement) {
      Market market = cash(asset("PERP").maintenance(margin)).mark("PERP", price);
      Account account = market.account().shortOf("PERP", units, "1");
      isWithin(account.exact().liabilities(), requirement, "1e-6");
    }

    /** Hyperliquid, liquidations: half the initial margin at the highest leverage; its formula. */
    @ParameterizedTest
    @CsvSource({"50, 0.01, 1e-18", "3, 0.167, 0.0005"})
    void hyperliquidMaintenanceAndLiquidationPrice(int leverage, String quoted, String unit) {
      Rational half = Rational.ONE.over(Rational.of(BigDecimal.valueOf(2L * leverage)));
      isWithin(half, quoted, unit);
      double l = new BigDecimal(quoted).doubleValue();
      Market market = cash(asset("PERP").maintenance(quoted)).mark("PERP", 2_000);
      Account longs = market.account().collateral("USD", "400").longOf("PERP", "0.5", "2100");
      Account shorts = market.account().collateral("USD", "400").shortOf("PERP", "0.5", "1900");
      double available = 350 - 0.5 * 2_000 * l; // equity of either over its maintenance
      assertThat(longs.figures().liquidationPricesUsd().get("PERP"))
          .isCloseTo(2_000 - available / 0.5 / (1 - l), within(1e-9));
      assertThat(shorts.figures().liquidationPricesUsd().get("PERP"))
          .isCloseTo(2_000 + available / 0.5 / (1 + l), within(1e-9));
    }
  }

  @Nested
  class BankruptcyPrice {

    /** dYdX v4, TestGetBankruptcyPriceInQuoteQuantums; quote quantums of 1e-6, rounded up there. */
    @ParameterizedTest
    @CsvSource({
      "5499, -0.1, 0.1, 5499", // short slightly below MMR
      "-5000, 0.1, 0.1, 5000", // long at bankruptcy
      "5000, -0.1, 0.05, 2500", // short at bankruptcy, close half
      "-5100, 0.1, 0.1, 5100", // long below bankruptcy
      "4900, -0.1, 0.1, 4900" // short below bankruptcy
    })
    void dydxOnePosition(String usdc, String btc, double closed, double quote) {
      PerpetualTerms terms = dydx(usdc, btc).closing();
      assertThat(terms.bankruptcyPriceUsd() * closed).isCloseTo(quote, within(1e-6));
    }

    /** "Rounds up, partial long": a sound account there, made unsound by its maintenance here. */
    @Test
    void dydxRoundsUpPartialLong() {
      PerpetualTerms terms = dydx("-13", "1", "1").closing();
      assertThat(terms.bankruptcyPriceUsd() * 0.00021347).isCloseTo(0.002776, within(1e-6));
    }
  }
}
