package io.plimsoll.risk.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.parameters.RateRules;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Risk model §5: the exchange rate x with its cap, and the borrow index b. */
class RatePolicyTest {

  private static final long YEAR = 365L * 24 * 3_600_000;
  private static final long START = 1_700_000_000_000L;

  private final RateState state = new RateState();

  private double rateAt(RateRules rules, long instant) {
    RatePolicy.derive(state, rules, instant);
    return state.exchangeRate;
  }

  private static RateRules growing(double aYear) {
    return new RateRules(aYear, RateRules.FIRST_TOLD, 0, 0.1);
  }

  @Nested
  class UntilTold {

    @Test
    void bothAreOne() {
      assertThat(rateAt(growing(0.1), START)).isEqualTo(1);
      assertThat(state.borrowIndex).isEqualTo(1);
    }

    @Test
    void evenWithAnAnchor() {
      assertThat(rateAt(new RateRules(0.1, 1.2, START, 0.1), START + YEAR)).isEqualTo(1);
    }
  }

  @Nested
  class WithoutALimit {

    @Test
    void theRateIsWhatWasTold() {
      RatePolicy.tellRate(state, 1.5, START);
      RatePolicy.tellRate(state, 9.5, START + 1);
      assertThat(rateAt(RateRules.DEFAULTS, START + 1)).isEqualTo(9.5);
    }

    @Test
    void theIndexIsWhatWasTold() {
      RatePolicy.tellIndex(state, 1.25);
      assertThat(state.borrowIndex).isEqualTo(1.25);
      assertThat(state.toldIndex).isEqualTo(1.25);
    }
  }

  @Nested
  class WithALimitOnGrowth {

    @Test
    void theFirstRateToldIsTheAnchorAndIsBelievedWhole() {
      RatePolicy.tellRate(state, 1.25, START);
      assertThat(rateAt(growing(0.5), START)).isEqualTo(1.25);
    }

    @Test
    void aRateThatRunsAheadIsCappedAndTheCapRisesWithTime() {
      RatePolicy.tellRate(state, 1.25, START);
      RatePolicy.tellRate(state, 5, START + 1);
      assertThat(rateAt(growing(0.5), START + YEAR / 2)).isEqualTo(1.25 * 1.25);
      assertThat(rateAt(growing(0.5), START + YEAR)).isEqualTo(1.25 * 1.5);
      assertThat(rateAt(growing(0.5), START + 100 * YEAR)).isEqualTo(5);
    }

    @Test
    void aRateExactlyAtTheCapIsTheCap() {
      RatePolicy.tellRate(state, 1, START);
      RatePolicy.tellRate(state, 1.5, START + YEAR);
      assertThat(rateAt(growing(0.5), START + YEAR)).isEqualTo(1.5);
    }

    @Test
    void aFallIsBelievedAtOnce() {
      RatePolicy.tellRate(state, 1.25, START);
      RatePolicy.tellRate(state, 0.5, START + 1);
      assertThat(rateAt(growing(0.5), START + 1)).isEqualTo(0.5);
    }

    @Test
    void andAfterItTheAnchorIsStillTheFirst() {
      RatePolicy.tellRate(state, 2, START);
      RatePolicy.tellRate(state, 0.5, START + 1);
      RatePolicy.tellRate(state, 2, START + 2);
      assertThat(rateAt(growing(0.5), START + 2)).isEqualTo(2);
    }

    @Test
    void anAnchorOfTheParametersOverridesTheFirstRateTold() {
      RateRules anchored = new RateRules(0.5, 1, START - YEAR, 0.1);
      RatePolicy.tellRate(state, 3, START);
      assertThat(rateAt(anchored, START)).isEqualTo(1.5);
    }

    @Test
    void anAnchorFarAheadLeavesAlmostNothingButNeverNothingOrLess() {
      RateRules ahead = new RateRules(1, 1, START + YEAR, 0.1);
      RatePolicy.tellRate(state, 1, START);
      assertThat(rateAt(ahead, START)).isPositive().isLessThan(1e-300);
      assertThat(rateAt(ahead, START - YEAR)).isPositive().isLessThan(1e-300);
      assertThat(rateAt(ahead, START + YEAR / 2)).isEqualTo(0.5);
    }

    @Test
    void noGrowthAtAllHoldsTheAnchor() {
      RatePolicy.tellRate(state, 1, START);
      RatePolicy.tellRate(state, 1.09, START + YEAR);
      assertThat(rateAt(growing(0), START + YEAR)).isEqualTo(1);
    }
  }

  @Nested
  class StepsOfAReading {

    @ParameterizedTest
    @CsvSource({
      "1.25, 1, false",
      "0.75, 1, false",
      "1.2501, 1, true",
      "0.7499, 1, true",
      "5, 4, false"
    })
    void areMeasuredFromTheLastAcceptedAndMayReachTheLimit(
        double reading, double last, boolean tooFar) {
      RateRules quarter = new RateRules(0, RateRules.FIRST_TOLD, 0, 0.25);
      assertThat(RatePolicy.stepsTooFar(reading, last, quarter)).isEqualTo(tooFar);
    }

    @Test
    void theFirstReadingIsNotTested() {
      assertThat(RatePolicy.stepsTooFar(1e6, state.toldRate, RateRules.DEFAULTS)).isFalse();
      assertThat(RatePolicy.stepsTooFar(1e6, state.toldIndex, RateRules.DEFAULTS)).isFalse();
    }

    @Test
    void theCapDoesNotCountOnlyWhatWasToldDoes() {
      RatePolicy.tellRate(state, 1, START);
      RatePolicy.tellRate(state, 1.09, START + 1);
      rateAt(growing(0), START + 1);
      assertThat(state.exchangeRate).isEqualTo(1);
      assertThat(state.toldRate).isEqualTo(1.09);
      assertThat(RatePolicy.stepsTooFar(1.15, state.toldRate, RateRules.DEFAULTS)).isFalse();
    }
  }
}
