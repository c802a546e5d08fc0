package io.plimsoll.wheel;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.risk.Seeds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of a price wheel, example by example, and against {@link NaiveWheel}. */
class PriceWheelTest {

  private static final int GOLD = 0;
  private static final int OIL = 7;
  private static final int ANN = 3;
  private static final int BOB = 40;

  private final PriceWheel wheel = new PriceWheel();

  private List<Integer> move(int coordinate, double to) {
    List<Integer> told = new ArrayList<>();
    wheel.move(coordinate, to, told::add);
    return told;
  }

  @Nested
  class AFall {

    @Test
    void firesBelowTheTriggerAndNotABucketAboveIt() {
      move(GOLD, 2_000);
      wheel.watchFall(ANN, GOLD, 1_900);
      assertThat(move(GOLD, 1_901)).isEmpty();
      assertThat(move(GOLD, 1_899.999)).containsExactly(ANN);
    }

    @Test
    void firesAtTheNextNumberBelowTheTrigger() {
      move(GOLD, 2_000);
      wheel.watchFall(ANN, GOLD, 1_900);
      assertThat(move(GOLD, Math.nextDown(1_900.0))).containsExactly(ANN);
    }

    @Test
    void firesInAJumpOverManyPagesAndToNothingAtAll() {
      move(GOLD, 1e300);
      wheel.watchFall(ANN, GOLD, 1e-300);
      wheel.watchFall(BOB, GOLD, 1e200);
      assertThat(move(GOLD, 1e100)).containsExactly(BOB);
      assertThat(move(GOLD, 0)).containsExactly(ANN);
    }

    @Test
    void doesNotCareAboutRises() {
      move(GOLD, 2_000);
      wheel.watchFall(ANN, GOLD, 1_900);
      assertThat(move(GOLD, 1e9)).isEmpty();
      assertThat(move(GOLD, 2_000)).isEmpty();
    }

    @Test
    void firesAtTheFirstFallWhereTheTriggerWasPassedAlready() {
      move(GOLD, 2_000);
      wheel.watchFall(ANN, GOLD, 2_500);
      assertThat(move(GOLD, Math.nextDown(2_000.0))).containsExactly(ANN);
    }
  }

  @Nested
  class ARise {

    @Test
    void firesAboveTheTriggerAndNotABucketBelowIt() {
      move(GOLD, 2_000);
      wheel.watchRise(ANN, GOLD, 2_100);
      assertThat(move(GOLD, 2_099)).isEmpty();
      assertThat(move(GOLD, Math.nextUp(2_100.0))).containsExactly(ANN);
    }

    @Test
    void firesAtTheFirstRiseWhereTheTriggerWasPassedAlready() {
      move(GOLD, 2_000);
      wheel.watchRise(ANN, GOLD, 1_500);
      assertThat(move(GOLD, Math.nextUp(2_000.0))).containsExactly(ANN);
    }

    @Test
    void firesWhereACounterCountsOne() {
      move(GOLD, 5_000_000);
      wheel.watchRise(ANN, GOLD, 5_000_000);
      assertThat(move(GOLD, 5_000_001)).containsExactly(ANN);
    }
  }

  @Nested
  class AnAccount {

    @Test
    void isToldOnceAndWatchedNowhereThen() {
      move(GOLD, 100);
      move(OIL, 50);
      wheel.watchFall(ANN, GOLD, 90);
      wheel.watchFall(ANN, GOLD, 90);
      wheel.watchRise(ANN, OIL, 60);
      assertThat(wheel.entries()).isEqualTo(3);
      assertThat(move(GOLD, 80)).containsExactly(ANN);
      assertThat(wheel.entries()).isZero();
      assertThat(move(GOLD, 1)).isEmpty();
      assertThat(move(OIL, 100)).isEmpty();
      assertThat(wheel.fired()).isEqualTo(1);
    }

    @Test
    void isToldAgainWhenWatchedAnew() {
      move(GOLD, 100);
      wheel.watchFall(ANN, GOLD, 90);
      move(GOLD, 80);
      wheel.watchFall(ANN, GOLD, 70);
      assertThat(move(GOLD, 75)).isEmpty();
      assertThat(move(GOLD, 60)).containsExactly(ANN);
    }

    @Test
    void isNotToldWhenForgotten() {
      move(GOLD, 100);
      wheel.watchFall(ANN, GOLD, 90);
      wheel.watchFall(BOB, GOLD, 90);
      wheel.forget(ANN);
      assertThat(move(GOLD, 80)).containsExactly(BOB);
    }

    @Test
    void mayBeForgottenBeforeItWasEverHeardOf() {
      wheel.forget(1_000_000);
      wheel.watchFall(1_000_000, GOLD, -1);
      assertThat(move(GOLD, -2)).containsExactly(1_000_000);
    }
  }

  @Nested
  class Numbers {

    @Test
    void belowZeroAreOrderedToo() {
      move(GOLD, -1);
      wheel.watchFall(ANN, GOLD, -2);
      wheel.watchRise(BOB, GOLD, -0.5);
      assertThat(move(GOLD, -1.9)).isEmpty();
      assertThat(move(GOLD, -2.1)).containsExactly(ANN);
      assertThat(move(GOLD, -0.4)).containsExactly(BOB);
    }

    @Test
    void thatAreNegativeZerosAreZeros() {
      move(GOLD, 1);
      wheel.watchFall(ANN, GOLD, -0.0);
      wheel.watchFall(BOB, GOLD, -1e-9);
      assertThat(move(GOLD, -0.0)).as("the bucket of zero").containsExactly(ANN);
      wheel.watchRise(ANN, GOLD, 0.0);
      assertThat(move(GOLD, 0.0)).isEmpty();
      assertThat(move(GOLD, Double.MIN_VALUE)).containsExactly(ANN);
      assertThat(move(GOLD, -1)).containsExactly(BOB);
    }

    @Test
    void mayBeInfinite() {
      move(GOLD, 1);
      wheel.watchRise(ANN, GOLD, Double.POSITIVE_INFINITY);
      wheel.watchFall(BOB, GOLD, Double.NEGATIVE_INFINITY);
      assertThat(move(GOLD, Double.MAX_VALUE)).isEmpty();
      assertThat(move(GOLD, Double.POSITIVE_INFINITY)).containsExactly(ANN);
      assertThat(move(GOLD, -Double.MAX_VALUE)).isEmpty();
      assertThat(move(GOLD, Double.NEGATIVE_INFINITY)).containsExactly(BOB);
    }

    @Test
    void thatAreNoneFireEverybodyOnTheCoordinate() {
      move(GOLD, 1);
      move(OIL, 1);
      wheel.watchFall(ANN, GOLD, 1e-9);
      wheel.watchRise(BOB, GOLD, 1e9);
      wheel.watchRise(5, OIL, 1e9);
      assertThat(move(GOLD, Double.NaN)).containsExactlyInAnyOrder(ANN, BOB);
      wheel.watchFall(ANN, GOLD, 0);
      wheel.watchRise(BOB, GOLD, 0);
      assertThat(move(GOLD, 1)).containsExactlyInAnyOrder(ANN, BOB);
    }

    @Test
    void thatAreNoneAsATriggerFireAtTheFirstMove() {
      move(GOLD, 100);
      wheel.watchFall(ANN, GOLD, Double.NaN);
      wheel.watchRise(BOB, GOLD, Double.NaN);
      assertThat(move(GOLD, 99)).containsExactly(ANN);
      assertThat(move(GOLD, 101)).containsExactly(BOB);
    }

    @Test
    void notToldYetAreZero() {
      assertThat(wheel.value(12_345)).isZero();
      wheel.watchRise(ANN, 12_345, 1);
      assertThat(move(12_345, 2)).containsExactly(ANN);
      assertThat(wheel.value(12_345)).isEqualTo(2);
    }
  }

  @Nested
  class AgainstAListOfWhoWaits {

    private final SplittableRandom random = Seeds.random();
    private final NaiveWheel naive = new NaiveWheel();

    /** Fires whoever is due, once; nobody who is further off than a bucket; and keeps the count. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 30})
    void firesEarlyByNoMoreThanABucketAndNeverLate(int coordinates) {
      int accounts = 40;
      for (int round = 0; round < 20_000; round++) {
        int coordinate = random.nextInt(coordinates);
        int account = random.nextInt(accounts);
        switch (random.nextInt(8)) {
          case 0 -> {
            wheel.forget(account);
            naive.forget(account);
          }
          case 1, 2, 3, 4 -> watch(account, coordinate);
          default -> moves(coordinate, round);
        }
        assertThat(wheel.entries()).as(Seeds.round(round)).isEqualTo(naive.inForce());
      }
      assertThat(wheel.fired()).as("not for want of firing").isGreaterThan(500);
    }

    private void watch(int account, int coordinate) {
      boolean rise = random.nextBoolean();
      double trigger = from(wheel.value(coordinate));
      if (rise) {
        wheel.watchRise(account, coordinate, trigger);
      } else {
        wheel.watchFall(account, coordinate, trigger);
      }
      naive.watch(account, coordinate, rise, trigger);
    }

    private void moves(int coordinate, int round) {
      double from = wheel.value(coordinate);
      double to = from(from);
      NaiveWheel.Due due = naive.move(coordinate, to);
      List<Integer> told = move(coordinate, to);
      Set<Integer> once = new HashSet<>(told);
      String what = Seeds.round(round) + ", from " + from + " to " + to;
      assertThat(told).as(what).hasSameSizeAs(once);
      assertThat(once).as(what + ": late").containsAll(due.must());
      assertThat(due.may()).as(what + ": more than a bucket early").containsAll(once);
      once.forEach(naive::forget);
    }

    /** A number near or far. */
    private double from(double value) {
      return switch (random.nextInt(22)) {
        case 0 -> Math.nextUp(value);
        case 1 -> Math.nextDown(value);
        case 2, 3 -> value * (1 + 1e-4 * random.nextDouble(-2, 2));
        case 4, 5, 6, 7 -> value * (1 + random.nextDouble(-0.05, 0.05));
        case 8, 9 -> value * Math.pow(10, random.nextDouble(-3, 3));
        case 10 -> Math.pow(10, random.nextDouble(-308, 308));
        case 11 -> -Math.pow(10, random.nextDouble(-308, 308));
        case 12 -> -value;
        case 13 -> random.nextBoolean() ? 0.0 : -0.0;
        case 14 -> random.nextBoolean() ? Double.MIN_VALUE : -Double.MIN_VALUE;
        case 15 -> random.nextInt(9) > 0 ? 7 : Double.POSITIVE_INFINITY;
        case 16 -> random.nextInt(9) > 0 ? -7 : Double.NEGATIVE_INFINITY;
        case 17 -> random.nextInt(9) > 0 ? 70 : Double.NaN;
        default -> 100 * (1 + random.nextDouble(-0.2, 0.2));
      };
    }
  }
}
