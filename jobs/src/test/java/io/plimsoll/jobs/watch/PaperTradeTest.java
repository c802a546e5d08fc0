package io.plimsoll.jobs.watch;

import static io.plimsoll.risk.account.Kind.COLLATERAL;
import static io.plimsoll.risk.account.Kind.DEBT;
import static io.plimsoll.risk.account.Kind.LONG;
import static io.plimsoll.risk.account.Kind.SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.market.Origin;
import io.plimsoll.jobs.market.PositionUpdate;
import io.plimsoll.risk.account.Kind;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperTradeTest {

  private static Position held(String venue, Kind kind, String amount, String entry) {
    return new Position(
        venue, "ETH", kind, new BigDecimal(amount), new BigDecimal(entry), Origin.NO_SEQUENCE, 0);
  }

  private static PositionUpdate row(Kind kind, String amount, String entry) {
    return new PositionUpdate(
        new Origin("positions.csv", 1, ""),
        1,
        1,
        "ann",
        "main",
        "ETH",
        kind,
        new BigDecimal(amount),
        new BigDecimal(entry),
        Origin.NO_SEQUENCE);
  }

  private static PaperTrade sell(String amount, double mid, String fee) {
    return PaperTrade.close("main", "ETH", LONG, new BigDecimal(amount), mid, new BigDecimal(fee));
  }

  private static Position after(Position position, PaperTrade trade) {
    return AccountState.NEW
        .withPositions(List.of(position))
        .carriedOut(Unit.WHOLE, List.of(trade))
        .positions()
        .get(0);
  }

  @Nested
  class WhereItTakes {

    private final AccountState account =
        AccountState.NEW.withPositions(
            List.of(
                held("l2", COLLATERAL, "3", "0"),
                held("l1", COLLATERAL, "2", "0"),
                held("l1", DEBT, "5", "0")));

    private List<String> left(String unit, PaperTrade trade) {
      return account.carriedOut(unit, List.of(trade)).positions().stream()
          .map(position -> position.heldAmount().toPlainString())
          .toList();
    }

    @Test
    void isWhereTheTermsSay() {
      BigDecimal one = BigDecimal.ONE;
      assertThat(left(Unit.WHOLE, PaperTrade.spot("l2", "ETH", COLLATERAL, one)))
          .containsExactly("2", "2", "5");
      assertThat(left(Unit.WHOLE, PaperTrade.spot("l1", "ETH", DEBT, one)))
          .containsExactly("3", "2", "4");
    }

    @Test
    void isOneVenueAfterTheOtherByNameOfANettedAccount() {
      assertThat(
              left(
                  Unit.WHOLE,
                  PaperTrade.spot(PaperTrade.ANY, "ETH", COLLATERAL, new BigDecimal("2.5"))))
          .containsExactly("2.5", "0", "5");
    }

    @Test
    void isWithinTheUnitThatWasLiquidated() {
      assertThat(
              left("l2", PaperTrade.spot(PaperTrade.ANY, "ETH", COLLATERAL, new BigDecimal("4"))))
          .containsExactly("0", "2", "5");
    }

    /** Seen in a random market: less than a last digit was repaid for collateral, for hours. */
    @Test
    void isNowhereWhereASideIsNothing() {
      assertThat(
              account.carriedOut(
                  Unit.WHOLE,
                  List.of(
                      PaperTrade.spot("l1", "ETH", DEBT, new BigDecimal("0E-18")),
                      PaperTrade.spot("l1", "ETH", COLLATERAL, new BigDecimal("1E-18")))))
          .isSameAs(account);
    }
  }

  @Nested
  class TheCashOfAClosedPerpetual {

    @Test
    void ofALongIsWhatItWasSoldForLessWhatItCost() {
      Position left = after(held("main", LONG, "10", "100"), sell("4", 90, "0.01"));
      assertThat(left.heldAmount()).isEqualByComparingTo("6");
      assertThat(left.cashUsd()).isEqualByComparingTo("-43.6"); // 4 · (90 · 0.99 − 100)
    }

    @Test
    void ofAShortIsWhatItWasEnteredAtLessWhatItCostToBuyBack() {
      PaperTrade buy =
          PaperTrade.close("main", "ETH", SHORT, BigDecimal.TEN, 110, new BigDecimal("0.01"));
      Position left = after(held("main", SHORT, "10", "100"), buy);
      assertThat(left.isHeld()).isFalse();
      assertThat(left.cashUsd()).isEqualByComparingTo("-111"); // 10 · (100 − 110 · 1.01)
    }

    @Test
    void adds() {
      Position left =
          after(after(held("main", LONG, "10", "100"), sell("4", 90, "0")), sell("6", 80, "0"));
      assertThat(left.cashUsd()).isEqualByComparingTo("-160");
    }

    /**
     * As if the trade stood beside the position: what the account has does not hang on averages.
     */
    @Test
    void followsAnEntryPriceThatTheHistoryAverages() {
      Position before = after(held("main", LONG, "10", "100"), sell("4", 90, "0"));
      Position now = before.after(row(LONG, "20", "85"));
      // 20 at 85 would be worth 20 · (p − 85), less 4 · (p − 90)
      assertThat(now.heldAmount()).isEqualByComparingTo("16");
      assertThat(now.cashUsd()).isEqualByComparingTo("20"); // at p = 85: 0 − 4 · (85 − 90)
    }
  }

  @Nested
  class ARowAfterwards {

    /** Paper has repaid 40 of 100 and seized 21 of 50. */
    private final AccountState liquidated =
        AccountState.NEW
            .withPositions(
                List.of(
                    held("main", DEBT, "100", "0"),
                    held("main", COLLATERAL, "50", "0"),
                    held("l2", COLLATERAL, "30", "0")))
            .carriedOut(
                Unit.WHOLE,
                List.of(
                    PaperTrade.spot("main", "ETH", DEBT, new BigDecimal("40")),
                    PaperTrade.spot("main", "ETH", COLLATERAL, new BigDecimal("21"))));

    private List<String> after(PositionUpdate... rows) {
      AccountUpdates updates = new AccountUpdates((update, detail) -> {});
      return updates.apply(liquidated, List.of(rows)).positions().stream()
          .map(position -> position.heldAmount().stripTrailingZeros().toPlainString())
          .toList();
    }

    @Test
    void thatRaisesTheAmountRaisesWhatIsHeld() {
      assertThat(after(row("main", DEBT, "130"))).containsExactly("90", "29", "30");
      assertThat(after(row("main", COLLATERAL, "60"))).containsExactly("60", "39", "30");
    }

    /** Somebody repays, or withdraws: no liquidation has a debt or a collateral alone. */
    @ParameterizedTest(name = "a debt of {0} and collateral of {1}: {2} and {3} are held")
    @CsvSource({
      "70, 50, 30, 29",
      "10, 50, 0, 29", // no more than there is
      "100, 45, 60, 24",
      "100, 10, 60, 0",
      "0, 50, 0, 29",
    })
    void thatLowersOneOfTheTwoLowersWhatIsHeld(
        String debt, String collateral, String owed, String held) {
      assertThat(after(row("main", DEBT, debt), row("main", COLLATERAL, collateral)))
          .containsExactly(owed, held, "30");
    }

    /** A debt and a collateral that fall at once are what paper has done already. */
    @ParameterizedTest(name = "a debt of {0} and collateral of {1}: {2} and {3} are held")
    @CsvSource({
      "60, 29, 60, 29", // the same liquidation
      "70, 34, 60, 29", // a smaller one
      "20, 8, 20, 8", // a larger one: half of it is new
      "0, 0, 0, 0", // closed for good
    })
    void thatLowersBothIsCoveredByWhatPaperHasRepaid(
        String debt, String collateral, String owed, String held) {
      assertThat(after(row("main", DEBT, debt), row("main", COLLATERAL, collateral)))
          .containsExactly(owed, held, "30");
    }

    /** Paper seized at main, the history at l2: each of them once. */
    @Test
    void thatSeizesAnotherCollateralDoesNotSeizeTwice() {
      assertThat(after(row("main", DEBT, "60"), row("l2", COLLATERAL, "9")))
          .containsExactly("60", "29", "30");
    }

    /** Later, at a lower price, the history's liquidator got more for the same debt. */
    @Test
    void thatSeizesMoreForTheSameDebtTakesNothing() {
      assertThat(after(row("main", DEBT, "60"), row("main", COLLATERAL, "10")))
          .containsExactly("60", "29", "30");
    }

    @Test
    void thatClosesTheAccountLeavesNothingOnPaper() {
      assertThat(
              after(
                  row("main", DEBT, "0"), row("main", COLLATERAL, "0"), row("l2", COLLATERAL, "0")))
          .containsExactly("0", "0", "0");
    }

    /** Debt and collateral one after the other, after a liquidation that seized at l2. */
    @Test
    void thatIsTheLastOneLeavesNothingOnPaperEither() {
      AccountUpdates updates = new AccountUpdates((update, detail) -> {});
      AccountState seized =
          updates.apply(liquidated, List.of(row("main", DEBT, "60"), row("l2", COLLATERAL, "9")));
      AccountState repaid =
          updates.apply(seized, List.of(row("main", DEBT, "0"), row("main", COLLATERAL, "50")));
      assertThat(repaid.positions())
          .extracting(position -> position.heldAmount().stripTrailingZeros().toPlainString())
          .containsExactly("0", "29", "30");
      AccountState closed =
          updates.apply(repaid, List.of(row("main", COLLATERAL, "0"), row("l2", COLLATERAL, "0")));
      assertThat(closed.positions()).noneMatch(Position::isHeld);
    }

    @Test
    void takesTheCashOfWhatTheHistoryClosesItself() {
      Position closed = PaperTradeTest.after(held("main", LONG, "10", "100"), sell("4", 90, "0"));
      assertThat(closed.after(row(LONG, "7", "100")).cashUsd()).isEqualByComparingTo("-10");
      assertThat(closed.after(row(LONG, "6", "100")).cashUsd()).isEqualByComparingTo("0");
    }

    private static PositionUpdate row(String venue, Kind kind, String amount) {
      return new PositionUpdate(
          new Origin("positions.csv", 1, ""),
          1,
          1,
          "ann",
          venue,
          "ETH",
          kind,
          new BigDecimal(amount),
          BigDecimal.ZERO,
          Origin.NO_SEQUENCE);
    }

    private static PositionUpdate row(Kind kind, String amount, String entry) {
      return PaperTradeTest.row(kind, amount, entry);
    }
  }
}
