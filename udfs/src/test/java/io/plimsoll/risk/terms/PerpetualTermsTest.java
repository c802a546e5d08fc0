package io.plimsoll.risk.terms;

import static io.plimsoll.risk.Asset.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.risk.Account;
import io.plimsoll.risk.Market;
import io.plimsoll.risk.account.Kind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which perpetual is closed, and how much of it (risk model §7). */
class PerpetualTermsTest {

  private final Market market =
      Market.of(
              asset("BTC").maintenance("0.05").closingFee("0.005").doubt("0.001"),
              asset("ETH").maintenance("0.1").closingFee("0.005").doubt("0.001"),
              asset("USDC").collateralAt("1").bonus("0"),
              asset("OWED"),
              asset("NEW").maintenance("0.05"))
          .mark("BTC", 50_000)
          .mark("ETH", 2_000)
          .mark("USDC", 1)
          .mark("OWED", 1);

  private static void closes(Account account, Kind kind, String asset, String venue) {
    PerpetualTerms terms = account.closing();
    assertThat(terms.closeKind() + " " + terms.closeAsset() + "@" + terms.closeVenue())
        .isEqualTo(kind + " " + asset + "@" + venue);
  }

  @Nested
  class HowMuch {

    /** A 2475, L 2500: (2625 − 2475) / (50000·(1.05·0.05 − 0.005)). */
    @Test
    void restoresTheTarget() {
      PerpetualTerms terms =
          market.account().collateral("USDC", "2475").longOf("BTC", "1", "50000").closing();
      assertThat(terms.closeAmount()).isEqualByComparingTo("0.063157894736842105");
      assertThat(terms.healthFactorAfter()).isCloseTo(1.05, within(1e-14));
      assertThat(terms.closeKind()).isEqualTo(Kind.LONG);
    }

    @Test
    void isTheSameForAShort() {
      PerpetualTerms terms =
          market.account().collateral("USDC", "2475").shortOf("BTC", "1", "50000").closing();
      assertThat(terms.closeAmount()).isEqualByComparingTo("0.063157894736842105");
      assertThat(terms.closeKind()).isEqualTo(Kind.SHORT);
    }

    @Test
    void isAllOfItWhenThatIsNotEnough() {
      PerpetualTerms terms =
          market.account().collateral("USDC", "100").longOf("BTC", "1", "50000").closing();
      assertThat(terms.closeAmount()).isEqualByComparingTo("1");
      assertThat(terms.healthFactorAfter()).as("nothing is owed").isPositive().isInfinite();
    }

    @Test
    void isAllOfItWhenTheFeeEatsTheMarginItFrees() {
      Market dear =
          Market.of(
                  asset("BTC").maintenance("0.05").closingFee("0.0525"),
                  asset("USDC").collateralAt("1").bonus("0"))
              .mark("BTC", 50_000)
              .mark("USDC", 1);
      Account account = dear.account().collateral("USDC", "2475").longOf("BTC", "1", "50000");
      assertThat(account.closing().closeAmount()).isEqualByComparingTo("1");
    }

    @Test
    void countsTheMaintenanceInForce() {
      market.loadFactor("BTC", 0.5);
      // m 0.1: A 4950, L 5000, (5250 − 4950) / (50000·0.1).
      Account account = market.account().collateral("USDC", "4950").longOf("BTC", "1", "50000");
      assertThat(account.closing().closeAmount()).isEqualByComparingTo("0.06");
    }

    @Test
    void leavesAHealthFactorOfNothingWhenNothingIsLeftButAnotherPositionsMargin() {
      // Closing 1 BTC costs 250 of the 250 there are; ETH still asks for 200.
      Account account =
          market
              .account()
              .collateral("USDC", "250")
              .longOf("BTC", "1", "50000")
              .longOf("ETH", "1", "2000");
      assertThat(account.closing().closeAmount()).isEqualByComparingTo("1");
      assertThat(account.closing().healthFactorAfter()).isZero();
    }
  }

  @Nested
  class BankruptcyPrice {

    @Test
    void isWhereEquityIsNothing() {
      Account longs = market.account().collateral("USDC", "2000").longOf("BTC", "2", "50000");
      assertThat(longs.closing().bankruptcyPriceUsd()).isEqualTo(49_000);
      Account shorts = market.account().collateral("USDC", "2000").shortOf("BTC", "2", "50000");
      assertThat(shorts.closing().bankruptcyPriceUsd()).isEqualTo(51_000);
    }

    @Test
    void countsEveryUnitOfTheAssetSpotToo() {
      // Short 2 and owing 1: three units below the price, equity of 3000.
      Account account =
          market
              .account()
              .collateral("USDC", "53000")
              .debt("BTC", "1")
              .shortOf("BTC", "2", "50000");
      assertThat(account.closing().bankruptcyPriceUsd()).isEqualTo(51_000);
    }

    @Test
    void isAbsentWhereItWouldNotBeAPrice() {
      Market half =
          Market.of(asset("BTC").maintenance("1"), asset("USDC").collateralAt("1").bonus("0"))
              .mark("BTC", 50_000)
              .mark("USDC", 1);
      Account account = half.account().collateral("USDC", "99000").longOf("BTC", "1", "100000");
      assertThat(account.closing().bankruptcyPriceUsd()).as("49000 of 50000").isEqualTo(1_000);
      account.longOf("BTC", "1", "50000").at("b");
      half.mark("BTC", 60_000);
      assertThat(account.closing().bankruptcyPriceUsd()).isEqualTo(25_500);
      Account even =
          market
              .account()
              .collateral("USDC", "1000")
              .longOf("BTC", "1", "50000")
              .shortOf("BTC", "1", "50000");
      assertThat(even.closing().bankruptcyPriceUsd()).as("no net units").isNaN();
    }

    @Test
    void isAbsentWhereThereIsMoreEquityThanTheUnitsCouldLose() {
      Account account =
          market
              .account()
              .collateral("USDC", "4800")
              .longOf("BTC", "1", "50000")
              .shortOf("BTC", "0.95", "50000");
      assertThat(account.closing().bankruptcyPriceUsd()).as("50000 − 4800/0.05").isNaN();
    }
  }

  @Nested
  class WhichOne {

    @Test
    void isTheOneWithTheLargestMaintenance() {
      Account account = market.account().longOf("BTC", "1", "50000").longOf("ETH", "12.6", "2000");
      closes(account, Kind.LONG, "ETH", "main"); // 2520 of maintenance against 2500
    }

    @Test
    void isOfEqualsTheFirstByAssetVenueAndKind() {
      Account account =
          market
              .account()
              .shortOf("ETH", "12.5", "2000")
              .at("a")
              .longOf("ETH", "12.5", "2000")
              .at("a");
      closes(account, Kind.LONG, "ETH", "a");
      account.longOf("BTC", "1", "50000").at("z");
      closes(account, Kind.LONG, "BTC", "z");
      account.shortOf("BTC", "1", "50000").at("b");
      closes(account, Kind.SHORT, "BTC", "b");
    }

    @Test
    void isOneThatIsBelievedIfItIsNotDust() {
      market.doubt("BTC");
      Account account = market.account().longOf("BTC", "1", "50000");
      closes(account.longOf("ETH", "0.05", "2000"), Kind.LONG, "ETH", "main");
      Account speck = market.account().longOf("BTC", "1", "50000").longOf("ETH", "0.049", "2000");
      closes(speck, Kind.LONG, "BTC", "main");
    }

    @Test
    void isNeverOneWithoutAMark() {
      Account account = market.account().longOf("NEW", "1000", "1000").longOf("ETH", "1", "2000");
      closes(account, Kind.LONG, "ETH", "main");
      Account alone = market.account().longOf("NEW", "1000", "1000");
      assertThat(alone.isLiquidatable()).isTrue();
      assertThat(alone.terms().exist()).isFalse();
      assertThat(alone.termsExist()).isFalse();
    }

    @Test
    void isOfANettedAccountWhatIsLeftOverAllVenues() {
      Account account =
          market
              .account()
              .netted()
              .longOf("BTC", "3", "50000")
              .at("a")
              .shortOf("BTC", "1.5", "50000")
              .at("b")
              .longOf("ETH", "30", "2000");
      closes(account, Kind.LONG, "ETH", ""); // 6000 against 3750
    }
  }

  @Nested
  class BeforeSpot {

    private Account owing(String btc) {
      return market
          .account()
          .collateral("USDC", "1000")
          .debt("OWED", "1000")
          .longOf("BTC", btc, "50000");
    }

    @Test
    void perpetualsAreClosedWhileTheyAreWorthDust() {
      assertThat(owing("0.002").terms()).isInstanceOf(PerpetualTerms.class);
    }

    @Test
    void spotIsSeizedOnceTheyAreNot() {
      assertThat(owing("0.00199").terms()).isInstanceOf(SpotTerms.class);
    }

    @Test
    void dustOfAPerpetualIsClosedWhenThereIsNoSpot() {
      Account account = market.account().debt("OWED", "1").longOf("BTC", "0.001", "50000");
      assertThat(account.terms()).isInstanceOf(PerpetualTerms.class);
    }

    @Test
    void dustIsMeasuredOverAllPerpetualsTogether() {
      Account account = owing("0.0015").longOf("ETH", "0.02", "2000");
      assertThat(account.terms()).isInstanceOf(PerpetualTerms.class);
    }

    @Test
    void ofANettedAccountOnlyWhatIsLeftCounts() {
      Account account =
          market
              .account()
              .netted()
              .collateral("USDC", "1000")
              .debt("OWED", "1000.1")
              .longOf("BTC", "1", "50000")
              .at("a")
              .shortOf("BTC", "1", "50000")
              .at("b");
      assertThat(account.terms()).isInstanceOf(SpotTerms.class);
    }
  }
}
