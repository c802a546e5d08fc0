package io.plimsoll.risk.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.Account;
import io.plimsoll.risk.Fraction;
import io.plimsoll.risk.Market;
import io.plimsoll.risk.RandomMarkets;
import io.plimsoll.risk.RandomMarkets.Numbers;
import io.plimsoll.risk.Seeds;
import io.plimsoll.risk.TableSums;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Doubles decide where they can prove it; what they decide is what exact arithmetic decides. */
class AssessmentTest {

  private static final List<Factor> FACTORS =
      List.of(
          Factor.ONE,
          Factor.of(new BigDecimal("0.95")),
          Factor.of(new BigDecimal("1.02")),
          Factor.of(new BigDecimal("1.10")),
          Factor.of(new BigDecimal("1.12")),
          Factor.of(new BigDecimal("0.02")));

  /** Every question an account can be asked, and the answers. */
  private static String answers(Assessment doubles) {
    StringBuilder said = new StringBuilder();
    said.append(doubles.isFavourablyBelowLine()).append(doubles.isFavourablyInsolvent());
    for (Factor factor : FACTORS) {
      said.append(doubles.isPrudentlyBelow(factor));
      said.append(doubles.isBelow(factor));
      said.append(doubles.isEquityBelow(factor));
    }
    return said.toString();
  }

  private static String answers(ExactSums exact) {
    StringBuilder said = new StringBuilder();
    said.append(exact.isFavourablyBelowLine()).append(exact.isFavourablyInsolvent());
    for (Factor factor : FACTORS) {
      said.append(exact.isPrudentlyBelow(factor));
      said.append(exact.isBelow(factor));
      said.append(exact.isEquityBelow(factor));
    }
    return said.toString();
  }

  @Nested
  class AnyAccountInAnyMarket {

    @ParameterizedTest
    @EnumSource(Numbers.class)
    void isJudgedAsExactArithmeticWould(Numbers numbers) {
      RandomMarkets random = new RandomMarkets(Seeds.random(), numbers);
      for (int round = 0; round < 2_000; round++) {
        Market market = random.market();
        Assessment reused = new Assessment(market.table());
        for (int i = 0; i < 5; i++) {
          Account account = random.account(market);
          reused.assess(account.portfolio(), account.line());
          assertThat(answers(reused))
              .as(Seeds.round(round) + " " + account.settings() + account.holdings())
              .isEqualTo(answers(account.exact()));
        }
      }
    }

    @Test
    void isAlmostAlwaysJudgedByDoublesAlone() {
      RandomMarkets random = new RandomMarkets(Seeds.random(), Numbers.EVERYDAY);
      int judged = 0;
      int exact = 0;
      for (int round = 0; round < 4_000; round++) {
        Market market = random.market();
        for (int i = 0; i < 5; i++) {
          Account account = random.account(market);
          TableSums table = account.recomputed();
          // Nothing at all, or a lone perpetual without a mark: its equity is exactly nothing.
          boolean onALine =
              table.favourableEquity().signum() == 0 || table.favourableMargin().signum() == 0;
          if (!onALine && table.atMid().e().signum() != 0) {
            Assessment assessment = account.assess();
            answers(assessment);
            judged++;
            exact += assessment.wentExact() ? 1 : 0;
          }
        }
      }
      assertThat(judged).isGreaterThan(15_000);
      assertThat((double) exact / judged)
          .as("%s: %d of %d", Seeds.round(0), exact, judged)
          .isLessThan(0.001);
    }
  }

  @Nested
  class AnyAccountAtItsOwnHealthFactor {

    /** The ratio itself, cut to 20 digits, and a unit of the last digit above. */
    @ParameterizedTest
    @EnumSource(Numbers.class)
    void isJudgedExactlyOnEitherSideOfIt(Numbers numbers) {
      RandomMarkets random = new RandomMarkets(Seeds.random(), numbers);
      int met = 0;
      for (int round = 0; round < 600; round++) {
        Account account = random.account(random.market());
        TableSums.Sums prudent = account.recomputed().prudent();
        TableSums.Sums mid = account.recomputed().atMid();
        if (prudent.l().signum() > 0 && prudent.a().signum() > 0) {
          Fraction ratio = prudent.a().over(prudent.l());
          for (Factor c : around(ratio)) {
            assertThat(account.assess().isPrudentlyBelow(c))
                .as(Seeds.round(round))
                .isEqualTo(prudent.margin(Fraction.of(c.exact())).signum() < 0);
          }
          met++;
        }
        if (mid.l().signum() > 0 && mid.a().signum() > 0) {
          for (Factor c : around(mid.a().over(mid.l()))) {
            assertThat(account.assess().isBelow(c))
                .as(Seeds.round(round))
                .isEqualTo(mid.margin(Fraction.of(c.exact())).signum() < 0);
          }
        }
        if (mid.l().signum() > 0 && mid.e().signum() > 0) {
          for (Factor h : around(mid.e().over(mid.l()))) {
            assertThat(account.assess().isEquityBelow(h))
                .as(Seeds.round(round))
                .isEqualTo(mid.e().minus(Fraction.of(h.exact()).times(mid.l())).signum() < 0);
          }
        }
      }
      assertThat(met).isGreaterThan(100);
    }

    private List<Factor> around(Fraction ratio) {
      BigDecimal cut = ratio.cut(20);
      return List.of(Factor.of(cut), Factor.of(cut.add(new BigDecimal("1e-20"))));
    }

    @ParameterizedTest
    @EnumSource(Numbers.class)
    void isLiquidatableExactlyBelowTheLineThatRunsThroughIt(Numbers numbers) {
      RandomMarkets random = new RandomMarkets(Seeds.random(), numbers);
      int met = 0;
      for (int round = 0; round < 600; round++) {
        Account account = random.account(random.market());
        TableSums.Sums mid = account.recomputed().atMid();
        if (mid.l().signum() > 0 && mid.a().signum() > 0) {
          for (Factor f : around(mid.a().over(mid.l()))) {
            account.inGrace(f.exact().toPlainString());
            assertThat(account.isLiquidatable())
                .as(Seeds.round(round))
                .isEqualTo(account.recomputed().favourableMargin().signum() < 0);
          }
          met++;
        }
      }
      assertThat(met).isGreaterThan(100);
    }
  }
}
