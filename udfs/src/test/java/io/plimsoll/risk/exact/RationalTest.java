package io.plimsoll.risk.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.risk.Fraction;
import io.plimsoll.risk.Seeds;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTest {

  private static final int ROUNDS = 2_000;

  private final SplittableRandom random = Seeds.random();

  private static Rational of(String decimal) {
    return Rational.of(new BigDecimal(decimal));
  }

  /** Any quotient of decimals, now and then zero, of either sign and very different sizes. */
  private Rational any() {
    Rational up = Rational.of(anyDecimal());
    return random.nextBoolean() ? up : up.over(notZero());
  }

  private Rational notZero() {
    BigDecimal decimal = anyDecimal();
    return Rational.of(decimal.signum() == 0 ? BigDecimal.ONE : decimal);
  }

  private BigDecimal anyDecimal() {
    return random.nextInt(20) == 0
        ? BigDecimal.ZERO
        : new BigDecimal(BigInteger.valueOf(random.nextLong()), random.nextInt(-5, 25));
  }

  @Nested
  class ObeysTheLawsOfAField {

    @Test
    void sumsAndProductsMayBeReorderedAndRegrouped() {
      for (int i = 0; i < ROUNDS; i++) {
        Rational a = any();
        Rational b = any();
        Rational c = any();
        assertThat(a.plus(b)).as(Seeds.round(i)).isEqualTo(b.plus(a));
        assertThat(a.plus(b).plus(c)).as(Seeds.round(i)).isEqualTo(a.plus(b.plus(c)));
        assertThat(a.times(b)).as(Seeds.round(i)).isEqualTo(b.times(a));
        assertThat(a.times(b).times(c)).as(Seeds.round(i)).isEqualTo(a.times(b.times(c)));
        assertThat(a.times(b.plus(c))).as(Seeds.round(i)).isEqualTo(a.times(b).plus(a.times(c)));
      }
    }

    @Test
    void whatIsAddedOrMultipliedCanBeTakenBack() {
      for (int i = 0; i < ROUNDS; i++) {
        Rational a = any();
        Rational b = notZero();
        assertThat(a.plus(b).minus(b)).as(Seeds.round(i)).isEqualTo(a);
        assertThat(a.times(b).over(b)).as(Seeds.round(i)).isEqualTo(a);
        assertThat(b.over(b)).as(Seeds.round(i)).isEqualTo(Rational.ONE);
        assertThat(a.plus(a.negate())).as(Seeds.round(i)).isEqualTo(Rational.ZERO);
      }
    }

    @Test
    void equalNumbersAreEqualHoweverTheyCameAbout() {
      for (int i = 0; i < ROUNDS; i++) {
        Rational a = any();
        Rational b = notZero();
        Rational same = a.times(b).over(b);
        assertThat(same).as(Seeds.round(i)).isEqualTo(a).hasSameHashCodeAs(a);
        assertThat(same).as(Seeds.round(i)).isEqualByComparingTo(a);
      }
    }

    @Test
    void timesADecimalIsTimesTheRationalThatItIs() {
      for (int i = 0; i < ROUNDS; i++) {
        Rational a = any();
        BigDecimal factor = anyDecimal();
        assertThat(a.times(factor)).as(Seeds.round(i)).isEqualTo(a.times(Rational.of(factor)));
      }
    }
  }

  @Nested
  class Divides {

    @Test
    void withoutLosingTheThirdOfOne() {
      Rational third = Rational.ONE.over(of("3"));
      assertThat(third.plus(third).plus(third)).isEqualTo(Rational.ONE);
    }

    @Test
    void byANegativeNumberWithTheSignInTheNumerator() {
      Rational quotient = of("1").over(of("-4"));
      assertThat(quotient.signum()).isEqualTo(-1);
      assertThat(quotient.isBelow(Rational.ZERO)).isTrue();
      assertThat(quotient).isEqualTo(of("-0.25"));
    }

    @Test
    void neverByZero() {
      assertThatThrownBy(() -> Rational.ONE.over(of("0.000")))
          .isInstanceOf(ArithmeticException.class);
    }
  }

  @Nested
  class Compares {

    @Test
    void asTheDifferenceSays() {
      for (int i = 0; i < ROUNDS; i++) {
        Rational a = any();
        Rational b = random.nextInt(10) == 0 ? a.times(of("2")).over(of("2")) : any();
        int sign = a.minus(b).signum();
        assertThat(Integer.signum(a.compareTo(b))).as(Seeds.round(i)).isEqualTo(sign);
        assertThat(a.isBelow(b)).as(Seeds.round(i)).isEqualTo(sign < 0);
        assertThat(a.min(b)).as(Seeds.round(i)).isEqualTo(sign <= 0 ? a : b);
        assertThat(a.max(b)).as(Seeds.round(i)).isEqualTo(sign >= 0 ? a : b);
        assertThat(a.abs()).as(Seeds.round(i)).isEqualTo(a.signum() < 0 ? a.negate() : a);
      }
    }

    @Test
    void aUnitInTheEighteenthDigitOfAHugeNumberCounts() {
      Rational huge = of("99999999999999999999.999999999999999999");
      assertThat(huge.isBelow(of("100000000000000000000"))).isTrue();
      assertThat(huge.plus(of("1e-18"))).isEqualTo(of("100000000000000000000"));
    }
  }

  @Nested
  class Rounds {

    @ParameterizedTest
    @CsvSource({
      "2, 3, 0.666666666666666666",
      "-2, 3, -0.666666666666666666",
      "1, 1, 1.000000000000000000",
      "1, 1e19, 0.000000000000000000",
      "-1, 1e19, 0.000000000000000000",
      "19, 1e19, 0.000000000000000001",
      "5, 4, 1.250000000000000000"
    })
    void towardZeroAtEighteenDigits(String up, String down, String expected) {
      assertThat(of(up).over(of(down)).roundTowardZero(18)).isEqualTo(new BigDecimal(expected));
    }

    @Test
    void neverFurtherFromZeroAndNeverByAWholeUnit() {
      BigDecimal unit = new BigDecimal("1e-18");
      for (int i = 0; i < ROUNDS; i++) {
        Rational a = any();
        Rational lost = a.abs().minus(Rational.of(a.abs().roundTowardZero(18)));
        assertThat(lost.signum()).as(Seeds.round(i)).isNotNegative();
        assertThat(lost.isBelow(Rational.of(unit))).as(Seeds.round(i)).isTrue();
      }
    }
  }

  @Nested
  class MeetsDoubles {

    @ParameterizedTest
    @ValueSource(
        doubles = {0, 1, 0.1, -0.1, 1e300, -1e-300, Double.MIN_VALUE, Double.MAX_VALUE, 1.0 / 3})
    void andGivesBackTheOneItWasMadeFrom(double value) {
      assertThat(Rational.of(value).toDouble()).isEqualTo(value);
      assertThat(Rational.of(value)).isEqualTo(Fraction.of(value).rational());
    }

    @Test
    void atTheNearestOne() {
      for (int i = 0; i < ROUNDS; i++) {
        BigDecimal up = anyDecimal();
        Rational down = notZero();
        double shown = Rational.of(up).over(down).toDouble();
        Rational here = Rational.of(up).over(down).minus(Rational.of(shown)).abs();
        for (double beside : new double[] {Math.nextUp(shown), Math.nextDown(shown)}) {
          Rational there = Rational.of(up).over(down).minus(Rational.of(beside)).abs();
          assertThat(there.isBelow(here)).as(Seeds.round(i)).isFalse();
        }
      }
    }

    @Test
    void aTenthAsADoubleIsNotATenthAsADecimal() {
      assertThat(of("0.1").isBelow(Rational.of(0.1))).isTrue();
      assertThat(new BigDecimal(0.1).setScale(1, RoundingMode.HALF_UP)).isEqualTo("0.1");
    }

    @Test
    void whatIsTooLargeForOneIsInfinite() {
      assertThat(of("1e400").toDouble()).isInfinite();
      assertThat(of("1e-400").toDouble()).isZero();
    }
  }
}
