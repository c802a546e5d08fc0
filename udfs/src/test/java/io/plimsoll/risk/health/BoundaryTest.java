package io.plimsoll.risk.health;

import static io.plimsoll.risk.Asset.asset;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.Account;
import io.plimsoll.risk.Asset;
import io.plimsoll.risk.Market;
import io.plimsoll.risk.Seeds;
import io.plimsoll.risk.account.Holding;
import io.plimsoll.risk.account.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Accounts that stand exactly on a line, at prices with as many digits as a double has, and one
 * unit of the eighteenth decimal of one amount to either side.
 */
class BoundaryTest {

  private static final BigDecimal UNIT = new BigDecimal("1e-18");

  /** Thresholds times borrow factors whose inverse is a short decimal. */
  private static final String[][] WEIGHTS = {
    {"0.8", "1"}, {"0.5", "1"}, {"0.8", "0.5"}, {"0.625", "0.8"}, {"0.64", "1"}
  };

  private final SplittableRandom random = Seeds.random();

  private BigDecimal amount(int digits) {
    return BigDecimal.valueOf(1 + random.nextLong(1_000_000_000_000L), digits);
  }

  /**
   * Pairs of a collateral and a debt at one price of 17 digits, each pair at the health factor. The
   * collateral's low and the debt's high are that price too, so that it is also the prudent one.
   */
  private Account standingAt(String healthFactor, int pairs, boolean netted) {
    Asset[] assets = new Asset[2 * pairs];
    List<Holding> holdings = new ArrayList<>();
    double[] prices = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      String[] weights = WEIGHTS[random.nextInt(WEIGHTS.length)];
      assets[2 * i] = asset("C" + i).collateralAt(weights[0]);
      assets[2 * i + 1] = asset("D" + i).borrowFactor(weights[1]);
      prices[i] = Math.pow(10, random.nextInt(-4, 5)) * (1 + random.nextDouble());
      BigDecimal owed = amount(8);
      BigDecimal weight = new BigDecimal(weights[0]).multiply(new BigDecimal(weights[1]));
      BigDecimal held = owed.multiply(new BigDecimal(healthFactor)).divide(weight);
      holdings.add(new Holding("main", "C" + i, Kind.COLLATERAL, held, BigDecimal.ZERO));
      holdings.add(new Holding("main", "D" + i, Kind.DEBT, owed, BigDecimal.ZERO));
    }
    Market market = Market.of(assets);
    for (int i = 0; i < pairs; i++) {
      market.mark("C" + i, prices[i]).mark("D" + i, prices[i]);
    }
    Account account = market.account();
    return (netted ? account.netted() : account).with(holdings);
  }

  /** The same with a unit of the last decimal more of the i-th holding. */
  private static Account nudged(Account account, int i, int units) {
    List<Holding> holdings = new ArrayList<>(account.holdings());
    Holding h = holdings.get(i);
    BigDecimal amount = h.amount().add(UNIT.multiply(BigDecimal.valueOf(units)));
    holdings.set(i, new Holding(h.venue(), h.asset(), h.kind(), amount, h.entryPriceUsd()));
    return account.with(holdings);
  }

  private interface Question {
    boolean isBelow(Assessment assessment);
  }

  private void isDecidedExactlyAt(String healthFactor, Question question) {
    for (int round = 0; round < 300; round++) {
      Account account = standingAt(healthFactor, 1 + random.nextInt(4), round % 2 == 0);
      if (healthFactor.equals("0.95")) {
        account.inGrace("0.95");
      }
      Assessment onTheLine = account.assess();
      assertThat(question.isBelow(onTheLine)).as(Seeds.round(round) + ", on it").isFalse();
      assertThat(onTheLine.wentExact()).isTrue();
      for (int i = 0; i < account.holdings().size(); i++) {
        boolean owed = account.holdings().get(i).kind() == Kind.DEBT;
        String where = Seeds.round(round) + ", a unit of holding " + i;
        assertThat(question.isBelow(nudged(account, i, 1).assess())).as(where).isEqualTo(owed);
        assertThat(question.isBelow(nudged(account, i, -1).assess())).as(where).isEqualTo(!owed);
      }
    }
  }

  @Nested
  class ALoan {

    @Test
    void atHealthFactorOneIsNotLiquidatableAndAUnitLessIs() {
      isDecidedExactlyAt("1", Assessment::isFavourablyBelowLine);
    }

    @Test
    void atItsGraceHealthFactorIsNotLiquidatableAndAUnitLessIs() {
      isDecidedExactlyAt("0.95", Assessment::isFavourablyBelowLine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.10", "1.12", "1.3"})
    void atItsMarginCallOrReleaseIsOnTheBetterSideAndAUnitLessIsNot(String c) {
      Factor factor = Factor.of(new BigDecimal(c));
      isDecidedExactlyAt(c, assessment -> assessment.isPrudentlyBelow(factor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.02", "0.95"})
    void atTheReleaseOfALiquidationOrTheLineOfAFullOneLikewise(String line) {
      Factor factor = Factor.of(new BigDecimal(line));
      isDecidedExactlyAt(line, assessment -> assessment.isBelow(factor));
    }
  }

  @Nested
  class APerpetual {

    /** Cash and a long at a binary price, so that every product is a decimal of 18 digits. */
    private Account standingAtOne() {
      BigDecimal price =
          BigDecimal.valueOf(random.nextInt(1, 5_000_000)).divide(BigDecimal.valueOf(1_024));
      BigDecimal units = BigDecimal.valueOf(random.nextInt(1, 90_000), 4);
      BigDecimal loss = BigDecimal.valueOf(random.nextInt(1, 900), 3);
      BigDecimal cash = units.multiply(price.multiply(new BigDecimal("0.05")).add(loss));
      Market market =
          Market.of(asset("BTC").maintenance("0.05"), asset("USDC").collateralAt("1").bonus("0"));
      market.mark("BTC", price.doubleValue()).mark("USDC", 1);
      return market
          .account()
          .collateral("USDC", cash.toPlainString())
          .longOf("BTC", units.toPlainString(), price.add(loss).toPlainString());
    }

    @Test
    void withEquityOfExactlyItsMaintenanceIsNotLiquidatableAndAUnitLessCashIs() {
      for (int round = 0; round < 500; round++) {
        Account account = round % 2 == 0 ? standingAtOne() : standingAtOne().netted();
        assertThat(account.isLiquidatable()).as(Seeds.round(round)).isFalse();
        assertThat(nudged(account, 0, -1).isLiquidatable()).as(Seeds.round(round)).isTrue();
        assertThat(nudged(account, 0, 1).isLiquidatable()).as(Seeds.round(round)).isFalse();
      }
    }
  }

  @Nested
  class Equity {

    @Test
    void ofExactlyNothingIsSolventAndAUnitLessIsNot() {
      for (int round = 0; round < 300; round++) {
        double price = 1 + random.nextDouble();
        Market market =
            Market.of(asset("C").collateralAt("0.7"), asset("D")).mark("C", price).mark("D", price);
        BigDecimal same = amount(8);
        Account even =
            market.account().collateral("C", same.toPlainString()).debt("D", same.toPlainString());
        assertThat(even.assess().isFavourablyInsolvent()).as(Seeds.round(round)).isFalse();
        assertThat(nudged(even, 0, -1).assess().isFavourablyInsolvent()).isTrue();
        assertThat(nudged(even, 1, 1).assess().isFavourablyInsolvent()).isTrue();
        assertThat(nudged(even, 1, -1).assess().isFavourablyInsolvent()).isFalse();
      }
    }
  }
}
