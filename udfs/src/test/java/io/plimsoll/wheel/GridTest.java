package io.plimsoll.wheel;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The buckets of a price wheel. */
class GridTest {

  private static final double[] LANDMARKS = {
    Double.NEGATIVE_INFINITY,
    -Double.MAX_VALUE,
    -1,
    -Double.MIN_NORMAL,
    -Double.MIN_VALUE,
    0,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    1,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY
  };

  private final SplittableRandom random = Seeds.random();

  private double anyDouble() {
    while (true) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (!Double.isNaN(value)) {
        return value + 0.0;
      }
    }
  }

  @Nested
  class Order {

    @Test
    void isThatOfTheNumbersOverAllDoubles() {
      double[] values = new double[40_000];
      Arrays.setAll(values, i -> anyDouble());
      System.arraycopy(LANDMARKS, 0, values, 0, LANDMARKS.length);
      Arrays.sort(values);
      for (int i = 1; i < values.length; i++) {
        assertThat(Grid.bucket(values[i]))
            .as("%s: %s and %s", Seeds.round(i), values[i - 1], values[i])
            .isGreaterThanOrEqualTo(Grid.bucket(values[i - 1]));
      }
    }

    @Test
    void holdsFromANumberToTheNext() {
      for (int i = 0; i < 40_000; i++) {
        double value = anyDouble();
        int step = Grid.bucket(Math.nextUp(value) + 0.0) - Grid.bucket(value);
        assertThat(step).as("%s: %s", Seeds.round(i), value).isBetween(0, 1);
      }
    }

    @Test
    void separatesNegativeNumbersFromZeroAndPositiveOnes() {
      assertThat(Grid.bucket(-Double.MIN_VALUE)).isEqualTo(-1);
      assertThat(Grid.bucket(0)).isZero();
      assertThat(Grid.bucket(Double.MIN_VALUE)).isZero();
    }
  }

  @Nested
  class Width {

    @Test
    void isBetweenASeventhAndAThirdOfABasisPointAtAnyPrice() {
      for (int i = 0; i < 5_000; i++) {
        double price = Math.pow(10, random.nextDouble(-300, 300));
        double low = floor(Grid.bucket(price));
        double above = floor(Grid.bucket(price) + 1);
        assertThat(Grid.bucket(low)).isEqualTo(Grid.bucket(Math.nextDown(above)));
        assertThat(above / low - 1).isBetween(0.15e-4, 0.31e-4);
      }
    }

    /** The least number of a bucket. */
    private double floor(int bucket) {
      return Double.longBitsToDouble((long) bucket << (52 - Grid.MANTISSA_BITS));
    }

    @Test
    void makes32768OfThemInADoubling() {
      assertThat(Grid.bucket(2) - Grid.bucket(1)).isEqualTo(32768);
      assertThat(Grid.bucket(-1) - Grid.bucket(-2)).isEqualTo(32768);
    }
  }

  /** So that the numbers of buckets and pages never leave an int. */
  @Test
  void allDoublesLieWithin27Bits() {
    for (double value : LANDMARKS) {
      assertThat(Math.abs((long) Grid.bucket(value))).isLessThanOrEqualTo(1 << 26);
    }
    for (long noNumber : new long[] {0x7ff8L << 48, 0xfff8L << 48, 0x7ff0L << 48 | 1, -1L}) {
      assertThat(Math.abs((long) Grid.bucket(Double.longBitsToDouble(noNumber))))
          .isLessThanOrEqualTo(1 << 26);
    }
  }
}
