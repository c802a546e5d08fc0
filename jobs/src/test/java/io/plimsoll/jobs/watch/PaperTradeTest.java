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

    private final Position liquidated =
        held("main", DEBT, "100", "0").less(new BigDecimal("40"), BigDecimal.ZERO);

    /** The history knows nothing of paper: its own fall is what paper has done already. */
    @ParameterizedTest(name = "told {0}: held {1}, of which paper has taken {2}")
    @CsvSource({
      "100, 60, 40", // nothing new
      "130, 90, 40", // more is borrowed
      "70, 60, 10", // 30 less: they are among the 40
      "60, 60, 0", // the same liquidation in the history
      "50, 50, 0", // and more
      "0, 0, 0",
    })
    void isMeasuredByTheRowBeforeIt(String told, String held, String taken) {
      Position now = liquidated.after(row(DEBT, told, "0"));
      assertThat(now.heldAmount()).isEqualByComparingTo(held);
      assertThat(now.taken().amount()).isEqualByComparingTo(taken);
    }

    @Test
    void takesTheCashOfWhatTheHistoryClosesItself() {
      Position closed = after(held("main", LONG, "10", "100"), sell("4", 90, "0"));
      assertThat(closed.after(row(LONG, "7", "100")).cashUsd()).isEqualByComparingTo("-10");
      assertThat(closed.after(row(LONG, "6", "100")).cashUsd()).isEqualByComparingTo("0");
    }

    @Test
    void isNoChangeWhereWhatIsHeldStays() {
      assertThat(liquidated.after(row(DEBT, "70", "0")).differsFrom(liquidated)).isFalse();
      assertThat(liquidated.after(row(DEBT, "50", "0")).differsFrom(liquidated)).isTrue();
    }
  }
}
