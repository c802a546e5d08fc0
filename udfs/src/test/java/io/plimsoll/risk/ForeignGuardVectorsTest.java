package io.plimsoll.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.risk.exact.Rational;
import io.plimsoll.risk.mark.MarkPolicy;
import io.plimsoll.risk.mark.MarkState;
import io.plimsoll.risk.mark.MarkStatus;
import io.plimsoll.risk.mark.RatePolicy;
import io.plimsoll.risk.mark.RateState;
import io.plimsoll.risk.parameters.GuardRules;
import io.plimsoll.risk.parameters.RateRules;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Numbers from other systems' public test suites on prices, rates and arithmetic; see {@link
 * ForeignVectorsTest}.
 */
class ForeignGuardVectorsTest {

  private static GuardRules guard(double maxDeviation, double maxJump) {
    return new GuardRules(
        3_600_000,
        1,
        maxDeviation,
        1,
        1,
        maxJump,
        300_000,
        0,
        GuardRules.NO_LIMIT,
        0,
        BigDecimal.ZERO,
        false);
  }

  @Nested
  class Jumps {

    /** Liquity v1, PriceFeedTest: a fall by more than half is not trusted, one by half is. */
    @ParameterizedTest
    @CsvSource({
      "0.99999999, 0.5, false",
      "1, 0.5, true",
      "1.00000001, 0.5, true",
      "4.00000001, 1, false",
      "4, 1, true",
      "3.99999999, 1, true"
    })
    void liquityMaxDeviationBetweenRounds(double price, double maxJump, boolean trusted) {
      MarkState state = new MarkState();
      MarkPolicy policy = new MarkPolicy();
      state.quotes.put("feed", 2, 0, 0);
      policy.derive(state, guard(1, maxJump), 0);
      state.quotes.put("feed", price, 0, 60_000);
      policy.derive(state, guard(1, maxJump), 60_000);
      assertThat(state.status).isEqualTo(trusted ? MarkStatus.OK : MarkStatus.DISPUTED);
      assertThat(state.mid).isEqualTo(trusted ? price : 2);
    }
  }

  @Nested
  class TwoSources {

    /** Venus, BoundValidator: reported against anchor, 0.8 to 1.2. */
    @ParameterizedTest
    @CsvSource({"1, true", "1.265822784810126582, false", "0.826446280991735537, false"})
    void venusValidatePriceWithAnchorPrice(double reported, boolean valid) {
      MarkState state = new MarkState();
      state.quotes.put("reported", reported, 0, 0);
      state.quotes.put("anchor", 1, 0, 0);
      new MarkPolicy().derive(state, guard(0.2, GuardRules.NO_LIMIT), 0);
      assertThat(state.status).isEqualTo(valid ? MarkStatus.OK : MarkStatus.DISPUTED);
    }
  }

  @Nested
  class Confidence {

    /** Pyth, best practices: 12276250 ± 1500 with an exponent of −5. */
    @Test
    void pythConfidenceExample() {
      MarkState state = new MarkState();
      state.quotes.put("pyth", 122.7625, 0.015, 0);
      new MarkPolicy().derive(state, guard(1, GuardRules.NO_LIMIT), 0);
      assertThat(state.mid).isEqualTo(122.7625);
      assertThat(state.low).isCloseTo(122.7475, within(1e-5));
      assertThat(state.high).isCloseTo(122.7775, within(1e-5));
    }
  }

  @Nested
  class Rates {

    /** Aave v3, test_calculateLinearInterest: 8 % a year for seven years of 365 days. */
    @Test
    void aaveLinearInterest() {
      RateState state = new RateState();
      RatePolicy.tellRate(state, 1, 0);
      RatePolicy.tellRate(state, 9, 1);
      RateRules rules = new RateRules(0.08, RateRules.FIRST_TOLD, 0, 0.1);
      RatePolicy.derive(state, rules, 220_752_000_000L);
      assertThat(state.exchangeRate).isEqualTo(1.56);
    }
  }

  @Nested
  class Arithmetic {

    /** Aave v3, PercentageMath and WadRayMath: rounded half up there, cut off here. */
    @ParameterizedTest
    @CsvSource({
      "1000000000000000000, 10000, 5000, 2000000000000000000",
      "14251500000000000000, 10000, 7442, 19150094060736361193",
      "9087312000000000000000000000000000, 10000, 1333, 68171882970742685671417854463615904",
      "2500000000000000000, 500000000000000000, 1000000000000000000, 1250000000000000000",
      "8745000000000000000, 1000000000000000000, 670000000000000000, 13052238805970149254"
    })
    void aaveHalfUp(String value, String times, String over, String expected) {
      BigInteger ours = quotient(value, times, over).roundTowardZero(0).toBigInteger();
      assertThat(new BigInteger(expected).subtract(ours).intValueExact()).isBetween(0, 1);
    }

    /** Aave v3, rayDivFloor and rayMulFloor; the ceiling is a unit above. */
    @ParameterizedTest
    @CsvSource({
      "5, 1000000000000000000000000000, 3, 1666666666666666666666666666",
      "3, 5, 1000000000000000000000000000, 0"
    })
    void aaveFloor(String value, String times, String over, String expected) {
      assertThat(quotient(value, times, over).roundTowardZero(0)).isEqualTo(expected);
    }

    private static Rational quotient(String value, String times, String over) {
      return Rational.of(new BigDecimal(value))
          .times(new BigDecimal(times))
          .over(Rational.of(new BigDecimal(over)));
    }
  }
}
