package io.plimsoll.risk.volatility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.risk.Seeds;
import io.plimsoll.risk.parameters.BarRules;
import io.plimsoll.risk.parameters.BarRules.Estimator;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Risk model §3. A bar is a minute; the reference volatility is 0.8 a year. */
class VolatilityPolicyTest {

  private static final long BAR = 60_000;
  private static final double REFERENCE = 0.8;
  private static final double BARS_A_YEAR = 365.0 * 24 * 60;

  private final VolatilityState state = new VolatilityState();

  private static BarRules rules(int halfLifeBars, int windowBars, Estimator estimator) {
    return new BarRules(BAR, halfLifeBars * BAR, windowBars * BAR, estimator);
  }

  private double close(BarRules rules, int bar, double mid) {
    new VolatilityPolicy(rules).closeBar(state, REFERENCE, bar * BAR, mid, true);
    return state.volatility;
  }

  private double skip(BarRules rules, int bar) {
    new VolatilityPolicy(rules).closeBar(state, REFERENCE, bar * BAR, 1e6, false);
    return state.volatility;
  }

  private static double perYear(double variancePerBar) {
    return Math.sqrt(variancePerBar * BARS_A_YEAR);
  }

  private static double squaredLog(double from, double to) {
    return Math.pow(Math.log(to) - Math.log(from), 2);
  }

  @Nested
  class BeforeTheFirstReturn {

    @ParameterizedTest
    @EnumSource(Estimator.class)
    void theVolatilityIsTheReferenceWhateverTheEstimator(Estimator estimator) {
      BarRules rules = rules(10, 5, estimator);
      assertThat(skip(rules, 1)).isEqualTo(REFERENCE);
      assertThat(close(rules, 2, 100)).isEqualTo(REFERENCE);
      assertThat(skip(rules, 3)).isEqualTo(REFERENCE);
      assertThat(close(rules, 4, 110)).isNotEqualTo(REFERENCE);
    }

    @Test
    void barsSkippedBeforeTheFirstCloseLengthenNoReturn() {
      BarRules rules = rules(1, 5, Estimator.EWMA);
      skip(rules, 1);
      skip(rules, 2);
      close(rules, 3, 100);
      double v = 0.5 * REFERENCE * REFERENCE / BARS_A_YEAR + 0.5 * squaredLog(100, 110);
      assertThat(close(rules, 4, 110)).isCloseTo(perYear(v), within(1e-12));
    }
  }

  @Nested
  class Ewma {

    private final BarRules rules = rules(1, 5, Estimator.EWMA);

    @Test
    void forgetsHalfInAHalfLife() {
      close(rules, 1, 100);
      close(rules, 2, 100);
      assertThat(state.volatility).isCloseTo(REFERENCE * Math.sqrt(0.5), within(1e-12));
      close(rules, 3, 100);
      assertThat(state.volatility).isCloseTo(REFERENCE * 0.5, within(1e-12));
    }

    @Test
    void spreadsAReturnOverTheBarsItTook() {
      close(rules, 1, 100);
      skip(rules, 2);
      skip(rules, 3);
      double v = REFERENCE * REFERENCE / BARS_A_YEAR / 8 + 7.0 / 8 * squaredLog(100, 120) / 3;
      assertThat(close(rules, 4, 120)).isCloseTo(perYear(v), within(1e-12));
    }

    @Test
    void staysWhileABarIsSkipped() {
      close(rules, 1, 100);
      double before = close(rules, 2, 130);
      assertThat(skip(rules, 3)).isEqualTo(before);
      assertThat(skip(rules, 4)).isEqualTo(before);
    }
  }

  @Nested
  class Realised {

    private final BarRules rules = rules(10, 3, Estimator.REALISED);

    @Test
    void takesTheTimeSinceTheFirstCloseBeforeAFullWindowHasPassed() {
      close(rules, 1, 100);
      assertThat(close(rules, 2, 110)).isCloseTo(perYear(squaredLog(100, 110)), within(1e-12));
      double two = squaredLog(100, 110) + squaredLog(110, 105);
      assertThat(close(rules, 3, 105)).isCloseTo(perYear(two / 2), within(1e-12));
    }

    @Test
    void excludesAReturnThatClosedExactlyAWindowAgo() {
      close(rules, 1, 100);
      close(rules, 2, 110);
      close(rules, 3, 105);
      close(rules, 4, 107);
      double last = squaredLog(110, 105) + squaredLog(105, 107) + squaredLog(107, 106);
      assertThat(close(rules, 5, 106)).isCloseTo(perYear(last / 3), within(1e-12));
      assertThat(state.returns()).isEqualTo(3);
    }

    @Test
    void countsAReturnOverSeveralBarsWholeAtTheBarThatClosesIt() {
      close(rules, 1, 100);
      close(rules, 2, 101);
      skip(rules, 3);
      skip(rules, 4);
      skip(rules, 5);
      assertThat(close(rules, 6, 120)).isCloseTo(perYear(squaredLog(101, 120) / 3), within(1e-12));
    }

    @Test
    void keepsTheOldFigureWhileSkippingThoughItsReturnsAgeOut() {
      close(rules, 1, 100);
      double before = close(rules, 2, 150);
      for (int bar = 3; bar < 50; bar++) {
        assertThat(skip(rules, bar)).isEqualTo(before);
      }
    }
  }

  @Nested
  class Max {

    @Test
    void isTheLargerOfTheTwo() {
      BarRules rules = rules(1, 3, Estimator.MAX);
      close(rules, 1, 100);
      double ewma = REFERENCE * REFERENCE / BARS_A_YEAR / 2 + squaredLog(100, 101) / 2;
      assertThat(close(rules, 2, 101))
          .as("realised is larger after one large return")
          .isCloseTo(perYear(Math.max(ewma, squaredLog(100, 101))), within(1e-12));
      VolatilityState calm = new VolatilityState();
      VolatilityPolicy policy = new VolatilityPolicy(rules);
      policy.closeBar(calm, REFERENCE, BAR, 100, true);
      policy.closeBar(calm, REFERENCE, 2 * BAR, 100, true);
      assertThat(calm.volatility)
          .as("ewma is larger when nothing moves")
          .isCloseTo(REFERENCE * Math.sqrt(0.5), within(1e-12));
    }
  }

  @Nested
  class AReturnBeyondTheRangeOfDoubles {

    @ParameterizedTest
    @EnumSource(Estimator.class)
    void isLargeButANumber(Estimator estimator) {
      BarRules rules = rules(1, 5, estimator);
      close(rules, 1, 1e-200);
      close(rules, 2, 1e200);
      double up = 0.5 * REFERENCE * REFERENCE / BARS_A_YEAR + 0.5 * squaredLog(1e-200, 1e200);
      double realised = squaredLog(1e-200, 1e200);
      assertThat(state.volatility)
          .isCloseTo(perYear(estimator == Estimator.EWMA ? up : realised), within(1e-6));
      assertThat(close(rules, 3, 1e-200)).isFinite();
    }
  }

  @Nested
  class AgainstTheWholeSeries {

    private final SplittableRandom random = Seeds.random();

    @ParameterizedTest
    @EnumSource(Estimator.class)
    void everyEstimatorIsWhatABruteForceRecomputationSays(Estimator estimator) {
      for (int series = 0; series < 30; series++) {
        BarRules rules = rules(1 + random.nextInt(60), 1 + random.nextInt(90), estimator);
        int n = 300;
        double[] mid = new double[n]; // NaN: not OK
        double level = 100;
        state.hasReturn = false;
        VolatilityState fresh = new VolatilityState();
        VolatilityPolicy policy = new VolatilityPolicy(rules);
        for (int i = 0; i < n; i++) {
          level *= Math.exp(0.01 * (random.nextDouble() - 0.5));
          mid[i] = random.nextInt(5) == 0 ? Double.NaN : level;
          policy.closeBar(fresh, REFERENCE, (i + 1) * BAR, level, !Double.isNaN(mid[i]));
          assertThat(fresh.volatility)
              .as(Seeds.round(series) + ", bar " + i + ", " + rules)
              .isCloseTo(recomputed(rules, mid, lastOk(mid, i)), within(1e-9));
        }
      }
    }

    private int lastOk(double[] mid, int i) {
      int last = i;
      while (last >= 0 && Double.isNaN(mid[last])) {
        last--;
      }
      return last;
    }

    /** From all closes up to the last one that counted. */
    private double recomputed(BarRules rules, double[] mid, int last) {
      int first = 0;
      while (first < last && Double.isNaN(mid[first])) {
        first++;
      }
      if (last <= first) {
        return REFERENCE;
      }
      // Weights from the present back: what came long ago counts λ to the bars since.
      double lambda = Math.exp(-Math.log(2) * rules.intervalMs() / rules.halfLifeMs());
      double ewma = Math.pow(lambda, last - first) * REFERENCE * REFERENCE / BARS_A_YEAR;
      double sum = 0;
      int to = last;
      for (int i = last - 1; i >= first; i--) {
        if (!Double.isNaN(mid[i])) {
          double squared = squaredLog(mid[i], mid[to]);
          int bars = to - i;
          ewma += Math.pow(lambda, last - to) * (1 - Math.pow(lambda, bars)) * squared / bars;
          if ((last - to) * BAR < rules.windowMs()) {
            sum += squared;
          }
          to = i;
        }
      }
      double bars = Math.min((double) rules.windowMs() / BAR, last - first);
      double realised = perYear(sum / bars);
      return switch (rules.estimator()) {
        case EWMA -> perYear(ewma);
        case REALISED -> realised;
        case MAX -> Math.max(perYear(ewma), realised);
      };
    }
  }

  @Nested
  class TheWindowOfReturns {

    @Test
    void growsAndShiftsAndNeverLosesOne() {
      int window = 100;
      for (int i = 0; i < 5_000; i++) {
        int held = i < 2_500 ? window : 17; // grows, then needs far less
        state.dropUpTo(i - held);
        state.addReturn(i, i * 0.5);
        assertThat(state.returns()).isEqualTo(Math.min(i + 1, held));
        for (int k = 0; k < state.returns(); k++) {
          long instant = i - state.returns() + 1 + k;
          assertThat(state.closeInstant(k)).isEqualTo(instant);
          assertThat(state.squaredReturn(k)).isEqualTo(instant * 0.5);
        }
      }
    }

    @Test
    void isEmptyOnceAllHaveAged() {
      state.addReturn(1, 1);
      state.addReturn(2, 1);
      state.dropUpTo(2);
      assertThat(state.returns()).isZero();
      state.addReturn(3, 4);
      assertThat(state.squaredReturn(0)).isEqualTo(4);
    }
  }
}
