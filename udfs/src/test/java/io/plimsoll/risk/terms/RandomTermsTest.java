package io.plimsoll.risk.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.risk.Account;
import io.plimsoll.risk.Fraction;
import io.plimsoll.risk.Market;
import io.plimsoll.risk.RandomMarkets;
import io.plimsoll.risk.RandomMarkets.Numbers;
import io.plimsoll.risk.Seeds;
import io.plimsoll.risk.TableSums;
import io.plimsoll.risk.account.Holding;
import io.plimsoll.risk.account.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Terms of accounts that nobody would think of: against their twin, and carried out. */
class RandomTermsTest {

  private static final int MARKETS = 2_500;
  private static final List<Account> FALLEN = new ArrayList<>();

  @BeforeAll
  static void findAccountsThatHaveFallen() {
    RandomMarkets random = new RandomMarkets(Seeds.random(), Numbers.EVERYDAY);
    for (int i = 0; i < MARKETS; i++) {
      Market market = random.market();
      for (int k = 0; k < 4; k++) {
        Account account = random.account(market);
        if (account.isLiquidatable()) {
          FALLEN.add(account);
        }
      }
    }
  }

  private static String where(Account account) {
    return Seeds.round(FALLEN.indexOf(account)) + account.settings() + account.holdings();
  }

  @Nested
  class AgainstTheirTwin {

    @Test
    void theyAreTheTextReadAloud() {
      int[] met = new int[3];
      for (Account account : FALLEN) {
        NaiveTerms twin = new NaiveTerms(account);
        LiquidationTerms terms = account.terms();
        assertThat(account.termsExist()).as(where(account)).isEqualTo(terms.exist());
        if (terms instanceof SpotTerms spot) {
          assertThat(twin.isToSeize()).as(where(account)).isTrue();
          compare(account, spot, twin);
          met[0]++;
        } else if (terms instanceof PerpetualTerms perpetual) {
          assertThat(twin.isToClose()).as(where(account)).isTrue();
          compare(account, perpetual, twin);
          met[1]++;
        } else {
          assertThat(twin.isToClose() || twin.isToSeize()).as(where(account)).isFalse();
          met[2]++;
        }
      }
      assertThat(Arrays.stream(met)).as(Seeds.round(0)).allMatch(n -> n > 150);
    }

    private void compare(Account account, SpotTerms spot, NaiveTerms twin) {
      NaiveTerms.Stake j = twin.repaid().orElseThrow();
      NaiveTerms.Stake i = twin.seized().orElseThrow();
      assertThat(
              List.of(spot.repayAsset(), spot.repayVenue(), spot.seizeAsset(), spot.seizeVenue()))
          .as(where(account))
          .containsExactly(j.asset(), j.venue(), i.asset(), i.venue());
      assertThat(spot.repayAmount()).as(where(account)).isEqualTo(twin.repayAmount());
      assertThat(spot.seizeAmount()).as(where(account)).isEqualTo(twin.seizeAmount());
      assertThat(spot.repayValueUsd()).isEqualTo(twin.repaidValue().toDouble());
      assertThat(spot.bonusUsd()).isEqualTo(twin.bonusValue().toDouble());
      BigDecimal share = account.market().parameters().asset(i.asset()).margin().protocolFee();
      assertThat(spot.protocolFeeUsd())
          .isEqualTo(twin.bonusValue().times(Fraction.of(share)).toDouble());
    }

    private void compare(Account account, PerpetualTerms perpetual, NaiveTerms twin) {
      NaiveTerms.Stake k = twin.closed().orElseThrow();
      assertThat(List.of(perpetual.closeAsset(), perpetual.closeVenue()))
          .as(where(account))
          .containsExactly(k.asset(), k.venue());
      assertThat(perpetual.closeKind()).as(where(account)).isEqualTo(k.kind());
      assertThat(perpetual.closeAmount()).as(where(account)).isEqualTo(twin.closeAmount());
    }
  }

  @Nested
  class CarriedOut {

    @Test
    void aSeizureLeavesTheHealthFactorItSaysAndNeverTakesMoreThanThereIs() {
      int restored = 0;
      for (Account account : FALLEN) {
        if (account.terms() instanceof SpotTerms spot) {
          List<Holding> left =
              without(
                  without(
                      account.holdings(),
                      spot.repayVenue(),
                      spot.repayAsset(),
                      Kind.DEBT,
                      spot.repayAmount()),
                  spot.seizeVenue(),
                  spot.seizeAsset(),
                  Kind.COLLATERAL,
                  spot.seizeAmount());
          TableSums.Sums after = resettled(account, left);
          isLeft(account, after.a(), after.l(), spot.healthFactorAfter());
          restored += isTarget(spot.healthFactorAfter()) ? 1 : 0;
        }
      }
      assertThat(restored).as("restored to the target").isGreaterThan(30);
    }

    @Test
    void aClosingLeavesTheHealthFactorItSaysOnceItsResultIsCash() {
      int restored = 0;
      for (Account account : FALLEN) {
        if (account.terms() instanceof PerpetualTerms closing) {
          String asset = closing.closeAsset();
          Fraction closed = Fraction.of(closing.closeAmount());
          TableSums.Sums after =
              resettled(
                  account,
                  without(
                      account.holdings(),
                      closing.closeVenue(),
                      asset,
                      closing.closeKind(),
                      closing.closeAmount()));
          Fraction fee =
              Fraction.of(account.market().parameters().asset(asset).margin().closingFee());
          Fraction mid = Fraction.of(account.market().state(asset).mid());
          boolean sold = closing.closeKind() == Kind.LONG;
          Fraction traded =
              closed.times(mid).times(sold ? Fraction.ONE.minus(fee) : Fraction.ONE.plus(fee));
          Fraction entry = entryOf(account, closing, closed);
          Fraction result = sold ? traded.minus(entry) : entry.minus(traded);
          isLeft(account, after.a().plus(result), after.l(), closing.healthFactorAfter());
          restored += isTarget(closing.healthFactorAfter()) ? 1 : 0;
        }
      }
      assertThat(restored).as("restored to the target").isGreaterThan(30);
    }

    private boolean isTarget(double healthFactor) {
      return Math.abs(healthFactor - 1.05) < 1e-9;
    }

    /** The figures after, but for what rounding amounts down to 18 digits leaves. */
    private void isLeft(Account account, Fraction a, Fraction l, double said) {
      TableSums.Sums before = account.recomputed().atMid();
      double tolerance =
          1e-9 * Math.max(1, Math.abs(before.a().toDouble()) + before.l().toDouble());
      if (Double.isInfinite(said)) {
        assertThat(l.toDouble()).as(where(account)).isCloseTo(0, within(tolerance));
      } else if (said == 0) {
        assertThat(a.toDouble()).as(where(account)).isCloseTo(0, within(tolerance));
      } else {
        double expected = a.over(l).toDouble();
        assertThat(said)
            .as(where(account))
            .isCloseTo(expected, within(1e-6 * Math.max(1, Math.abs(expected))));
      }
    }

    /** The sums of what is left; a category comes into force by it no more than out of it. */
    private TableSums.Sums resettled(Account account, List<Holding> left) {
      Account after = account.with(left);
      return (account.portfolio().isCategoryInForce() ? after : after.category(""))
          .recomputed()
          .atMid();
    }

    /** At a venue, or for a NETTED account at any. */
    private List<Holding> without(
        List<Holding> holdings, String venue, String asset, Kind kind, BigDecimal amount) {
      List<Holding> left = new ArrayList<>();
      BigDecimal open = amount;
      for (Holding h : holdings) {
        boolean meant =
            h.asset().equals(asset)
                && h.kind() == kind
                && (venue.isEmpty() || h.venue().equals(venue));
        BigDecimal taken = meant ? open.min(h.amount()) : BigDecimal.ZERO;
        open = open.subtract(taken);
        if (h.amount().compareTo(taken) > 0) {
          left.add(
              new Holding(
                  h.venue(), h.asset(), h.kind(), h.amount().subtract(taken), h.entryPriceUsd()));
        }
      }
      assertThat(open).as("never more than there is").isEqualByComparingTo("0");
      assertThat(amount.signum()).isNotNegative();
      assertThat(amount.scale()).isEqualTo(18);
      return left;
    }

    /** What the closed units were entered at, taken in the order of the holdings. */
    private Fraction entryOf(Account account, PerpetualTerms closing, Fraction closed) {
      Fraction entry = Fraction.ZERO;
      Fraction open = closed;
      for (Holding h : account.holdings()) {
        if (h.asset().equals(closing.closeAsset())
            && h.kind() == closing.closeKind()
            && (closing.closeVenue().isEmpty() || h.venue().equals(closing.closeVenue()))) {
          Fraction taken = open.min(Fraction.of(h.amount()));
          entry = entry.plus(taken.times(Fraction.of(h.entryPriceUsd())));
          open = open.minus(taken);
        }
      }
      return entry;
    }
  }

  @Nested
  class PricesSetAsMarks {

    @Test
    void aLiquidationPriceMakesAEqualToL() {
      int met = 0;
      for (Account account : FALLEN) {
        for (Map.Entry<String, Double> price :
            account.figures().liquidationPricesUsd().entrySet()) {
          TableSums.Sums moved = atPrice(account, price.getKey(), price.getValue());
          double size = moved.a().abs().plus(moved.l()).plus(gross(account)).toDouble();
          assertThat(moved.margin(Fraction.ONE).toDouble())
              .as(where(account))
              .isCloseTo(0, within(1e-12 * size));
          met++;
        }
      }
      assertThat(met).isGreaterThan(1_000);
    }

    @Test
    void aBankruptcyPriceMakesEquityNothing() {
      int met = 0;
      for (Account account : FALLEN) {
        if (account.terms() instanceof PerpetualTerms closing
            && !Double.isNaN(closing.bankruptcyPriceUsd())) {
          TableSums.Sums moved =
              atPrice(account, closing.closeAsset(), closing.bankruptcyPriceUsd());
          assertThat(moved.e().toDouble())
              .as(where(account))
              .isCloseTo(0, within(1e-12 * gross(account).toDouble()));
          met++;
        }
      }
      assertThat(met).isGreaterThan(200);
    }

    private TableSums.Sums atPrice(Account account, String asset, double mid) {
      Market market = account.market();
      Market.State now = market.state(asset);
      market.mark(asset, mid);
      TableSums.Sums sums = account.recomputed().atMid();
      market.put(asset, now);
      return sums;
    }

    /** Everything the account has and owes, added up whatever the sign, for a scale. */
    private Fraction gross(Account account) {
      Fraction sum = Fraction.ONE;
      for (Holding h : account.holdings()) {
        Market.State s = account.market().state(h.asset());
        Fraction price = Fraction.of(Math.max(s.mid(), h.entryPriceUsd().doubleValue()) * 4);
        sum = sum.plus(Fraction.of(h.amount().round(MathContext.DECIMAL64)).times(price));
      }
      return sum;
    }
  }
}
