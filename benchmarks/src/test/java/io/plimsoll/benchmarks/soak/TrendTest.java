package io.plimsoll.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.benchmarks.soak.Trend.Verdict;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Twenty minutes of a point every ten seconds. */
class TrendTest {

  private static final int POINTS = 120;
  private static final double NO_GRAIN = 0;

  private static Trend trend(int points, IntToDoubleFunction value) {
    return Trend.of(
        IntStream.range(0, points).mapToDouble(i -> i / 6.0).toArray(),
        IntStream.range(0, points).mapToDouble(value).toArray());
  }

  private static Verdict verdict(IntToDoubleFunction value) {
    return trend(POINTS, value).verdict(NO_GRAIN);
  }

  @Test
  void whatGrowsByATenthIsFoundInItsNoise() {
    SplittableRandom random = new SplittableRandom(1);
    double[] noise = random.doubles(POINTS, -5, 5).toArray();
    Trend trend = trend(POINTS, i -> 100 + 10.0 * i / (POINTS - 1) + noise[i]);

    assertThat(trend.verdict(NO_GRAIN)).isEqualTo(Verdict.GROWS);
    assertThat(trend.growth()).isCloseTo(10, within(2.0));
    assertThat(trend.median()).isCloseTo(105, within(2.0));
  }

  @Test
  void whatFallsIsNotFlatEither() {
    assertThat(verdict(i -> 100 - 0.1 * i)).isEqualTo(Verdict.FALLS);
  }

  @Test
  void aSawtoothIsFlat() {
    assertThat(verdict(i -> 100 + 50.0 * (i % 10) / 10)).isEqualTo(Verdict.FLAT);
  }

  @Test
  void aSawtoothWhoseTeethGrowIsNot() {
    assertThat(verdict(i -> (100 + i) * (1 + 0.2 * (i % 20) / 20))).isEqualTo(Verdict.GROWS);
  }

  @Test
  void noiseAloneIsFlat() {
    SplittableRandom random = new SplittableRandom(2);
    double[] noise = random.doubles(POINTS, 0, 100).toArray();
    assertThat(verdict(i -> noise[i])).isEqualTo(Verdict.FLAT);
  }

  @Test
  void aSingleSpikeMovesNothing() {
    Trend trend = trend(POINTS, i -> i == POINTS - 1 ? 1e9 : 100);
    assertThat(trend.growth()).isZero();
    assertThat(trend.verdict(NO_GRAIN)).isEqualTo(Verdict.FLAT);
  }

  @Test
  void growthUpToFivePercentOfTheMedianIsNone() {
    assertThat(verdict(i -> 100 + 4.9 * i / (POINTS - 1))).isEqualTo(Verdict.FLAT);
    assertThat(verdict(i -> 100 + 5.5 * i / (POINTS - 1))).isEqualTo(Verdict.GROWS);
  }

  @Test
  void growthUpToTheGrainIsNone() {
    Trend trend = trend(POINTS, i -> 10 + 2.0 * i / (POINTS - 1));
    assertThat(trend.verdict(1.9)).isEqualTo(Verdict.GROWS);
    assertThat(trend.verdict(2.1)).isEqualTo(Verdict.FLAT);
  }

  @Test
  void valuesThatAreAllTheSameHaveNoDeviate() {
    Trend trend = trend(POINTS, i -> 7);
    assertThat(trend.z()).isZero();
    assertThat(trend.verdict(NO_GRAIN)).isEqualTo(Verdict.FLAT);
  }

  @Test
  void theDeviateIsThatOfMannAndKendall() {
    // Ten points in order: S = 45, variance 10·9·25/18 = 125.
    assertThat(trend(10, i -> i).z()).isCloseTo(44 / Math.sqrt(125), within(1e-12));
    // 1 1 2 2: S = 4, variance (4·3·13 - 2·(2·1·9))/18.
    assertThat(trend(4, i -> i / 2).z()).isCloseTo(3 / Math.sqrt(120 / 18.0), within(1e-12));
  }

  @Test
  void ofFewPointsNothingIsSaid() {
    assertThat(trend(5, i -> i).verdict(NO_GRAIN)).isEqualTo(Verdict.TOO_SHORT);
    assertThat(trend(0, i -> i).verdict(NO_GRAIN)).isEqualTo(Verdict.TOO_SHORT);
    assertThat(trend(6, i -> i).verdict(NO_GRAIN)).isEqualTo(Verdict.GROWS);
  }
}
