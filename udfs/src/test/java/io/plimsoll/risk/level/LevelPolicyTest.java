package io.plimsoll.risk.level;

import static io.plimsoll.risk.Asset.asset;
import static io.plimsoll.risk.level.Level.INSOLVENT;
import static io.plimsoll.risk.level.Level.LIQUIDATABLE;
import static io.plimsoll.risk.level.Level.MARGIN_CALL;
import static io.plimsoll.risk.level.Level.SAFE;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.Account;
import io.plimsoll.risk.Market;
import io.plimsoll.risk.RandomMarkets;
import io.plimsoll.risk.RandomMarkets.Numbers;
import io.plimsoll.risk.Seeds;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The decision table of risk model §6. Cash is worth its face, weighs 1 as collateral, and 100 is
 * owed in another asset, so that the health factor is the cash over 100, and equity what is over.
 * Call 1.10, hysteresis 0.02.
 */
class LevelPolicyTest {

  private final Market market =
      Market.of(
              asset("CASH").collateralAt("1").bonus("0").doubt("0.25"),
              asset("GOLD").collateralAt("0.5"),
              asset("OWED"))
          .mark("CASH", 1)
          .mark("GOLD", 1)
          .mark("OWED", 1);

  private Account holding(String cash) {
    return market.account().collateral("CASH", cash).debt("OWED", "100");
  }

  @Nested
  class AGoingAccount {

    /** Equity and the health factor cross 1 together: insolvent is what is liquidatable here. */
    @ParameterizedTest
    @CsvSource({
      "SAFE, 110, SAFE",
      "SAFE, 109.99, MARGIN_CALL",
      "SAFE, 100, MARGIN_CALL",
      "SAFE, 99.99, INSOLVENT",
      "MARGIN_CALL, 112, SAFE",
      "MARGIN_CALL, 111.99, MARGIN_CALL",
      "MARGIN_CALL, 100, MARGIN_CALL",
      "LIQUIDATABLE, 112, SAFE",
      "LIQUIDATABLE, 111.99, MARGIN_CALL",
      "LIQUIDATABLE, 102, MARGIN_CALL",
      "LIQUIDATABLE, 101.99, LIQUIDATABLE",
      "LIQUIDATABLE, 100, LIQUIDATABLE",
      "LIQUIDATABLE, 99.99, INSOLVENT",
      "INSOLVENT, 112, SAFE",
      "INSOLVENT, 102, MARGIN_CALL",
      "INSOLVENT, 101.99, INSOLVENT",
      "INSOLVENT, 50, INSOLVENT"
    })
    void changesLevelAtTheLinesOfTheTable(Level from, String cash, Level to) {
      assertThat(holding(cash).levelFrom(from)).isEqualTo(to);
    }
  }

  @Nested
  class AnAccountWithEquityToSpare {

    /** Gold weighs half, so that a health factor of 1 leaves equity of 100 on a debt of 100. */
    @ParameterizedTest
    @CsvSource({
      "SAFE, 200, MARGIN_CALL",
      "SAFE, 199.99, LIQUIDATABLE",
      "SAFE, 100, LIQUIDATABLE",
      "SAFE, 99.99, INSOLVENT",
      "LIQUIDATABLE, 204, MARGIN_CALL",
      "LIQUIDATABLE, 203.99, LIQUIDATABLE",
      "LIQUIDATABLE, 100, LIQUIDATABLE",
      "LIQUIDATABLE, 99.99, INSOLVENT",
      "INSOLVENT, 101.99, INSOLVENT",
      "INSOLVENT, 102, LIQUIDATABLE",
      "INSOLVENT, 203.99, LIQUIDATABLE",
      "INSOLVENT, 204, MARGIN_CALL",
      "INSOLVENT, 224, SAFE"
    })
    void isLiquidatableLongBeforeItIsInsolvent(Level from, String gold, Level to) {
      Account account = market.account().collateral("GOLD", gold).debt("OWED", "100");
      assertThat(account.levelFrom(from)).isEqualTo(to);
    }
  }

  @Nested
  class InAGracePeriod {

    @ParameterizedTest
    @CsvSource({
      "SAFE, 95, MARGIN_CALL",
      "SAFE, 94.99, INSOLVENT",
      "LIQUIDATABLE, 95, LIQUIDATABLE",
      "LIQUIDATABLE, 102, MARGIN_CALL",
      "INSOLVENT, 101.99, INSOLVENT"
    })
    void theLineToFallBelowIsLowerAndTheReleaseIsNot(Level from, String cash, Level to) {
      assertThat(holding(cash).inGrace("0.95").levelFrom(from)).isEqualTo(to);
    }
  }

  @Nested
  class Uncertainty {

    @Test
    void callsAtTheLowerEndOfTheMark() {
      market.mark("CASH", 0.99, 1, 1.01);
      assertThat(holding("111").levelFrom(SAFE)).as("109.89 prudently").isEqualTo(MARGIN_CALL);
      assertThat(holding("113").levelFrom(MARGIN_CALL)).as("111.87").isEqualTo(MARGIN_CALL);
    }

    @Test
    void callsAtTheUpperEndOfWhatIsOwed() {
      market.mark("OWED", 0.75, 1, 1.25);
      assertThat(holding("137.49").levelFrom(SAFE)).isEqualTo(MARGIN_CALL);
      assertThat(holding("137.5").levelFrom(SAFE)).isEqualTo(SAFE);
    }

    @Test
    void doesNotLiquidateWhoeverHadNotFallenBefore() {
      market.doubt("CASH");
      assertThat(holding("80").levelFrom(SAFE)).isEqualTo(MARGIN_CALL);
      assertThat(holding("79.99").levelFrom(MARGIN_CALL)).isEqualTo(INSOLVENT);
    }

    @Test
    void andDoesNotReleaseWhoeverHad() {
      market.doubt("CASH");
      assertThat(holding("101.99").levelFrom(LIQUIDATABLE)).isEqualTo(LIQUIDATABLE);
      assertThat(holding("90").levelFrom(LIQUIDATABLE)).isEqualTo(LIQUIDATABLE);
      assertThat(holding("102").levelFrom(LIQUIDATABLE)).isEqualTo(MARGIN_CALL);
    }
  }

  @Nested
  class WithoutAnythingThatCounts {

    @ParameterizedTest
    @EnumSource(Level.class)
    void anAccountIsSafe(Level from) {
      assertThat(market.account().levelFrom(from)).isEqualTo(SAFE);
      assertThat(market.account().collateral("OWED", "5").levelFrom(from)).isEqualTo(SAFE);
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void soIsOneThatOwesNothing(Level from) {
      assertThat(market.account().collateral("CASH", "5").levelFrom(from)).isEqualTo(SAFE);
    }

    @Test
    void oneThatHoldsNothingButDebtIsInsolvent() {
      assertThat(market.account().debt("OWED", "5").levelFrom(SAFE)).isEqualTo(INSOLVENT);
    }
  }

  @Nested
  class FullLiquidation {

    @ParameterizedTest
    @CsvSource({"95, false", "94.99, true", "100, false"})
    void isBelowItsLineAndNotAtIt(String cash, boolean full) {
      LevelPolicy levels = new LevelPolicy(market.levels());
      assertThat(levels.isFullLiquidation(holding(cash).assess())).isEqualTo(full);
    }
  }

  @Nested
  class AnyAccount {

    /** Judged twice in one market it stays where it is: hysteresis never flaps. */
    @Test
    void isAtRestAfterOneJudgement() {
      RandomMarkets random = new RandomMarkets(Seeds.random(), Numbers.EVERYDAY);
      for (int round = 0; round < 3_000; round++) {
        Account account = random.account(random.market());
        for (Level from : Level.values()) {
          Level to = account.levelFrom(from);
          assertThat(account.levelFrom(to)).as(Seeds.round(round) + " from " + from).isEqualTo(to);
        }
      }
    }

    /** Whoever stood lower before stands no higher now. */
    @Test
    void isNoBetterForHavingBeenWorse() {
      RandomMarkets random = new RandomMarkets(Seeds.random(), Numbers.EVERYDAY);
      for (int round = 0; round < 3_000; round++) {
        Account account = random.account(random.market());
        Level last = SAFE;
        for (Level from : Level.values()) {
          Level to = account.levelFrom(from);
          assertThat(to.isAtLeast(last)).as(Seeds.round(round) + " from " + from).isTrue();
          last = to;
        }
      }
    }
  }
}
