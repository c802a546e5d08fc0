package io.plimsoll.risk.terms;

import static io.plimsoll.risk.Asset.asset;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.Account;
import io.plimsoll.risk.Market;
import io.plimsoll.risk.mark.MarkStatus;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Which debt is repaid and which collateral seized (risk model §7). All are worth 1; dust is 100.
 */
class LiquidationChoiceTest {

  private final Market market =
      Market.of(
              asset("A").collateralAt("0.5").doubt("0.01"),
              asset("B").collateralAt("0.5").doubt("0.01"),
              asset("C").collateralAt("0.5").doubt("0.01"),
              asset("X").doubt("0.01"),
              asset("Y").doubt("0.01"),
              asset("NEW").collateralAt("0.5"))
          .mark("A", 1)
          .mark("B", 1)
          .mark("C", 1)
          .mark("X", 1)
          .mark("Y", 1);

  private static void repays(Account account, String asset, String venue) {
    SpotTerms terms = account.seizure();
    assertThat(terms.repayAsset() + "@" + terms.repayVenue()).isEqualTo(asset + "@" + venue);
  }

  private static void seizes(Account account, String asset, String venue) {
    SpotTerms terms = account.seizure();
    assertThat(terms.seizeAsset() + "@" + terms.seizeVenue()).isEqualTo(asset + "@" + venue);
  }

  @Nested
  class TheDebt {

    @Test
    void isTheLargestByValue() {
      market.mark("Y", 3);
      repays(
          market.account().collateral("A", "900").debt("X", "299").debt("Y", "100"), "Y", "main");
      repays(
          market.account().collateral("A", "900").debt("X", "301").debt("Y", "100"), "X", "main");
    }

    @Test
    void byValueAndNotByWeight() {
      Market weighted =
          Market.of(asset("A").collateralAt("0.5"), asset("X").borrowFactor("0.5"), asset("Y"))
              .mark("A", 1)
              .mark("X", 1)
              .mark("Y", 1);
      repays(
          weighted.account().collateral("A", "900").debt("X", "300").debt("Y", "301"), "Y", "main");
    }

    @Test
    void isTheOneOfAVenueAndNotTheSumOverVenues() {
      Account account =
          market.account().collateral("A", "900").debt("X", "300").at("a").debt("X", "300").at("b");
      account.debt("Y", "400").at("c");
      repays(account, "Y", "c");
    }

    @Test
    void isOfEqualsTheFirstByAssetAndThenVenue() {
      Account account =
          market.account().collateral("A", "900").debt("Y", "300").at("a").debt("X", "300").at("z");
      repays(account, "X", "z");
      account.debt("X", "300").at("b");
      repays(account, "X", "b");
    }

    @Test
    void isTheLargestThoughItsMarkIsInDoubt() {
      market.status("Y", MarkStatus.STALE);
      repays(
          market.account().collateral("A", "600").debt("X", "300").debt("Y", "400"), "Y", "main");
    }
  }

  @Nested
  class TheVenue {

    @Test
    void ofTheDebtIsPreferredThoughMoreLiesElsewhere() {
      Account account =
          market.account().collateral("A", "900").at("far").collateral("B", "100").at("here");
      seizes(account.debt("X", "1000").at("here"), "B", "here");
    }

    @Test
    void isPreferredIfTogetherItIsWorthDustThoughNoneOfItIs() {
      Account account =
          market
              .account()
              .collateral("A", "900")
              .at("far")
              .collateral("B", "40")
              .at("here")
              .collateral("C", "60")
              .at("here");
      seizes(account.debt("X", "1000").at("here"), "C", "here");
    }

    @Test
    void isNotPreferredWhenOnlyDustLiesThere() {
      Account account =
          market.account().collateral("A", "900").at("far").collateral("B", "99.99").at("here");
      seizes(account.debt("X", "1000").at("here"), "A", "far");
    }

    @Test
    void isNotPreferredWhenNothingLiesThereEvenIfDustIsNothing() {
      market.dust("0");
      seizes(
          market.account().collateral("A", "900").at("far").debt("X", "1000").at("here"),
          "A",
          "far");
    }

    @Test
    void isAnyForANettedAccount() {
      Account account =
          market.account().netted().collateral("A", "900").at("far").collateral("B", "400");
      seizes(account.debt("X", "1000"), "A", "");
    }
  }

  @Nested
  class TheCollateral {

    @Test
    void isTheLargestByValueAndNotByWeight() {
      market.loadFactor("A", 0.5);
      seizes(
          market.account().collateral("A", "500").collateral("B", "499").debt("X", "1000"),
          "A",
          "main");
    }

    @Test
    void isOfEqualsTheFirstByAssetAndThenVenue() {
      Account account =
          market
              .account()
              .collateral("B", "500")
              .at("a")
              .collateral("A", "500")
              .at("c")
              .collateral("A", "500")
              .at("b");
      seizes(account.debt("X", "1000").at("elsewhere"), "A", "b");
    }

    @Test
    void isOneThatIsBelievedIfItIsNotDust() {
      market.doubt("A");
      seizes(
          market.account().collateral("A", "500").collateral("B", "100").debt("X", "1000"),
          "B",
          "main");
      seizes(
          market.account().collateral("A", "500").collateral("B", "99").debt("X", "1000"),
          "A",
          "main");
    }

    @Test
    void isTheLargestOfAllWhenNoneIsBelieved() {
      market.doubt("A").doubt("B");
      seizes(
          market.account().collateral("A", "500").collateral("B", "600").debt("X", "1000"),
          "B",
          "main");
    }

    @Test
    void isNotTakenFromElsewhereOnlyBecauseTheVenuesOwnIsInDoubt() {
      market.doubt("A");
      Account account =
          market.account().collateral("A", "500").at("here").collateral("B", "500").at("far");
      seizes(account.debt("X", "1000").at("here"), "A", "here");
    }

    @Test
    void isNeverOneWithoutAMark() {
      seizes(
          market.account().collateral("NEW", "1000000").collateral("A", "1").debt("X", "1000"),
          "A",
          "main");
    }
  }

  @Nested
  class ByCodePoint {

    @Test
    void aRocketComesAfterAWideLetter() {
      String rocket = "\uD83D\uDE80";
      String wide = "\uFF21";
      Market odd =
          Market.of(asset(rocket), asset(wide), asset("A").collateralAt("0.5"))
              .mark(rocket, 1)
              .mark(wide, 1)
              .mark("A", 1);
      repays(
          odd.account().collateral("A", "900").debt(rocket, "500").debt(wide, "500"), wide, "main");
    }
  }
}
