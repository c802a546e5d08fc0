package io.plimsoll.risk.health;

import static io.plimsoll.risk.Asset.asset;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.Account;
import io.plimsoll.risk.Fraction;
import io.plimsoll.risk.Market;
import io.plimsoll.risk.RandomMarkets;
import io.plimsoll.risk.RandomMarkets.Numbers;
import io.plimsoll.risk.Seeds;
import io.plimsoll.risk.TableSums;
import io.plimsoll.risk.account.Kind;
import io.plimsoll.risk.account.Mode;
import io.plimsoll.risk.exact.Rational;
import java.math.BigDecimal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sums of risk model §5: by hand, and against the table read aloud in other arithmetic. */
class ExactSumsTest {

  private final Market market =
      Market.of(
              asset("ETH").collateralAt("0.8").borrowFactor("0.9").maintenance("0.1"),
              asset("USDC").collateralAt("0.9").borrowFactor("0.5"),
              asset("SHIT"))
          .mark("ETH", 1_900, 2_000, 2_200)
          .mark("USDC", 1)
          .mark("SHIT", 1);

  private static void sums(Account account, String a, String l, String e) {
    ExactSums exact = account.exact();
    assertThat(exact.assets()).as("A").isEqualTo(Rational.of(new BigDecimal(a)));
    assertThat(exact.liabilities()).as("L").isEqualTo(Rational.of(new BigDecimal(l)));
    assertThat(exact.equity()).as("E").isEqualTo(Rational.of(new BigDecimal(e)));
  }

  @Nested
  class Gross {

    @Test
    void collateralCountsAtItsThreshold() {
      sums(market.account().collateral("ETH", "10"), "16000", "0", "20000");
    }

    @Test
    void collateralOfARisingTokenCountsAtItsRate() {
      sums(market.rate("ETH", 1.25).account().collateral("ETH", "10"), "20000", "0", "25000");
    }

    @Test
    void theLoadFactorMovesTheThresholdAndNotTheValue() {
      sums(market.loadFactor("ETH", 0.5).account().collateral("ETH", "10"), "8000", "0", "20000");
    }

    @Test
    void debtCountsOverItsBorrowFactorAndWithItsIndex() {
      sums(market.account().debt("USDC", "100"), "0", "200", "-100");
      sums(market.index("USDC", 1.5).account().debt("USDC", "100"), "0", "300", "-150");
    }

    @Test
    void aLongGainsAsThePriceRises() {
      sums(market.account().longOf("ETH", "2", "1500"), "1000", "400", "1000");
    }

    @Test
    void aShortLosesThen() {
      sums(market.account().shortOf("ETH", "2", "1500"), "-1000", "400", "-1000");
    }

    @Test
    void maintenanceRisesAsTheLoadFactorFallsUpToItsCeiling() {
      sums(market.loadFactor("ETH", 0.5).account().longOf("ETH", "2", "2000"), "0", "800", "0");
      sums(market.loadFactor("ETH", 0.0625).account().longOf("ETH", "2", "2000"), "0", "2000", "0");
    }

    @Test
    void whatIsNoCollateralCountsNowhere() {
      Account account = market.account().collateral("SHIT", "1000000").debt("USDC", "1");
      sums(account, "0", "2", "-1");
      assertThat(account.portfolio().size()).isEqualTo(1);
    }

    @Test
    void everyHoldingIsForItself() {
      sums(
          market.account().collateral("ETH", "1").debt("ETH", "0.9").shortOf("ETH", "1", "2000"),
          "1600",
          "2200",
          "200");
    }
  }

  @Nested
  class Netted {

    @Test
    void spotOfAnAssetIsNettedOverAllVenuesBeforeAnyWeight() {
      Account account =
          market.account().netted().collateral("ETH", "1").at("aave").debt("ETH", "0.75");
      sums(account, "400", "0", "500"); // 0.25·2000·0.8
    }

    @Test
    void whatIsOwedOnBalanceIsADebt() {
      sums(
          market.account().netted().collateral("ETH", "0.1").debt("ETH", "1"),
          "0",
          "2000",
          "-1800");
    }

    @Test
    void ratesAndIndicesCountBeforeNetting() {
      market.rate("ETH", 1.5).index("ETH", 2);
      sums(market.account().netted().collateral("ETH", "2").debt("ETH", "1"), "1600", "0", "2000");
    }

    @Test
    void aHedgeFreesBothSidesButForItsHaircut() {
      // Long 3 spot, short 2 at 2100: 2 hedged, one ETH left as collateral.
      sums(
          market.account().netted().collateral("ETH", "3").shortOf("ETH", "2", "2100"),
          "5800", // K = 4200, and 0.8·2000
          "80", // 2·2000·0.02
          "6200");
    }

    @Test
    void whatIsLeftOfThePerpetualCountsAtItsPrice() {
      // Owing 1, long 3 at 1800: 1 hedged, 2 left long.
      sums(
          market.account().netted().debt("ETH", "1").longOf("ETH", "3", "1800"),
          "-1400", // K = −5400, and 2·2000
          "440", // 2000·0.02 and 2·2000·0.1
          "-1400");
    }

    @Test
    void spotAndPerpetualOnOneSideHedgeNothing() {
      sums(
          market.account().netted().collateral("ETH", "1").longOf("ETH", "1", "2000"),
          "1600",
          "200",
          "2000");
    }

    @Test
    void longsAndShortsOfVenuesOffsetAndTheirEntriesAreCash() {
      sums(
          market.account().netted().longOf("ETH", "2", "1900").shortOf("ETH", "2", "2050").at("b"),
          "300",
          "0",
          "300");
    }

    @Test
    void theCostOfAHedgeIsItsSpreadWhenPrudent() {
      // A⁻ = K 2000 + (1900 − 2200), L⁻ = 2200·0.02: 1700 against 44.
      Account account =
          market.account().netted().collateral("ETH", "1").shortOf("ETH", "1", "2000");
      Factor ratio = Factor.of(new BigDecimal("38.6363636363")); // 1700 / 44 = 38.63636…
      assertThat(account.exact().isPrudentlyBelow(ratio)).isFalse();
      assertThat(account.exact().isPrudentlyBelow(Factor.of(new BigDecimal("38.6363636364"))))
          .isTrue();
    }
  }

  @Nested
  class WithoutAMark {

    private final Market unmarked =
        Market.of(asset("NEW").collateralAt("0.5").maintenance("0.1"), asset("USDC"))
            .mark("USDC", 1);

    @Test
    void spotCountsNothing() {
      sums(unmarked.account().collateral("NEW", "5").debt("NEW", "9"), "0", "0", "0");
    }

    @Test
    void aPerpetualStandsAtItsEntryAndNothingIsNetted() {
      sums(
          unmarked.account().netted().longOf("NEW", "5", "10").shortOf("NEW", "5", "20").at("b"),
          "0",
          "15",
          "0");
    }
  }

  @Nested
  class AgainstTheTableReadAloud {

    @ParameterizedTest
    @EnumSource(Numbers.class)
    void everySumIsTheSameNumber(Numbers numbers) {
      RandomMarkets random = new RandomMarkets(Seeds.random(), numbers);
      int[] modes = new int[Mode.values().length];
      int categories = 0;
      for (int round = 0; round < 400; round++) {
        Market some = random.market();
        for (int i = 0; i < 5; i++) {
          Account account = random.account(some);
          compare(account, round);
          modes[account.settings().mode().ordinal()]++;
          categories += account.portfolio().isCategoryInForce() ? 1 : 0;
        }
      }
      assertThat(modes[Mode.GROSS.ordinal()]).isGreaterThan(200);
      assertThat(modes[Mode.NETTED.ordinal()]).isGreaterThan(200);
      assertThat(categories).isGreaterThan(20);
    }

    private void compare(Account account, int round) {
      String where = Seeds.round(round) + " " + account.settings() + account.holdings();
      ExactSums exact = account.exact();
      TableSums table = account.recomputed();
      TableSums.Sums mid = table.atMid();
      assertThat(exact.assets()).as(where).isEqualTo(mid.a().rational());
      assertThat(exact.liabilities()).as(where).isEqualTo(mid.l().rational());
      assertThat(exact.equity()).as(where).isEqualTo(mid.e().rational());
      assertThat(exact.collateralValue())
          .as(where)
          .isEqualTo(table.value(Kind.COLLATERAL).rational());
      assertThat(exact.debtValue()).as(where).isEqualTo(table.value(Kind.DEBT).rational());
      assertThat(exact.isFavourablyBelowLine())
          .as(where)
          .isEqualTo(table.favourableMargin().signum() < 0);
      assertThat(exact.isFavourablyInsolvent())
          .as(where)
          .isEqualTo(table.favourableEquity().signum() < 0);
      for (String c : new String[] {"1", "1.1", "1.12", "0.95", "2"}) {
        Factor factor = Factor.of(new BigDecimal(c));
        Fraction exactly = Fraction.of(c);
        assertThat(exact.isPrudentlyBelow(factor))
            .as(where)
            .isEqualTo(table.prudent().margin(exactly).signum() < 0);
        assertThat(exact.isBelow(factor)).as(where).isEqualTo(mid.margin(exactly).signum() < 0);
        assertThat(exact.isEquityBelow(factor))
            .as(where)
            .isEqualTo(mid.e().minus(exactly.times(mid.l())).signum() < 0);
      }
    }
  }
}
