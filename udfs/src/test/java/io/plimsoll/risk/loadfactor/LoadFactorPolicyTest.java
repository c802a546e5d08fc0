package io.plimsoll.risk.loadfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.risk.Seeds;
import io.plimsoll.risk.parameters.LoadFactorRules;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Risk model §4. A bar is an hour, so that a step is what it is in an hour. */
class LoadFactorPolicyTest {

  private static final long HOUR = 3_600_000;
  private static final double CALM = 0.5; // the reference volatility
  private static final LoadFactorRules RULES = rules(0.5, 0.5);

  private static LoadFactorRules rules(double sensitivity, double toStress) {
    return new LoadFactorRules(CALM, sensitivity, toStress, 0.25, 0.125, 0.0625);
  }

  private static double step(double g, double volatility, double stress) {
    return LoadFactorPolicy.step(RULES, g, volatility, stress, true, HOUR);
  }

  @Nested
  class AtRest {

    @Test
    void itIsOneWhileVolatilityIsAtItsReferenceOrBelow() {
      assertThat(step(LoadFactorPolicy.AT_REST, CALM, 0)).isEqualTo(1);
      assertThat(step(LoadFactorPolicy.AT_REST, 0, 0)).isEqualTo(1);
    }

    @Test
    void anAssetWithoutSensitivityNeverMoves() {
      assertThat(LoadFactorPolicy.step(rules(0, 0), 1, 1e6, 1, true, HOUR)).isEqualTo(1);
    }
  }

  @Nested
  class Tightens {

    @Test
    void toItsTargetWhenThatIsNear() {
      // 1 − 0.5·(0.6/0.5 − 1) = 0.9
      assertThat(step(1, 0.6, 0)).isCloseTo(0.9, within(1e-15));
    }

    @Test
    void noFasterThanItMay() {
      assertThat(step(1, 5, 0)).isEqualTo(0.875);
      assertThat(LoadFactorPolicy.step(RULES, 1, 5, 0, true, HOUR / 2)).isEqualTo(0.9375);
    }

    @Test
    void noFurtherThanItsFloor() {
      assertThat(step(0.3, 5, 0)).isEqualTo(0.25);
      assertThat(step(0.25, 1e9, 1)).isEqualTo(0.25);
    }

    @Test
    void forTheStressOfItsVenue() {
      assertThat(step(1, CALM, 0.125)).isEqualTo(0.9375);
    }

    @Test
    void forBothTogetherAsTheProduct() {
      // (1 − 0.5·0.1)·(1 − 0.5·0.1)
      assertThat(step(0.95, 0.55, 0.1)).isCloseTo(0.9025, within(1e-15));
    }

    @Test
    void neverRelaxesBecauseTwoFactorsAreNegative() {
      LoadFactorRules wild = rules(100, 1);
      assertThat(LoadFactorPolicy.step(wild, 0.3, 50, 1, true, HOUR)).isEqualTo(0.25);
    }
  }

  @Nested
  class Relaxes {

    @Test
    void noFasterThanItMay() {
      assertThat(step(0.5, CALM, 0)).isEqualTo(0.5625);
    }

    @Test
    void toItsTargetWhenThatIsNear() {
      assertThat(step(0.99, CALM, 0)).isEqualTo(1);
    }

    @Test
    void notAtAllWhileTheMarkIsNotBelieved() {
      assertThat(LoadFactorPolicy.step(RULES, 0.5, CALM, 0, false, HOUR)).isEqualTo(0.5);
    }

    @Test
    void butItStillTightensThen() {
      assertThat(LoadFactorPolicy.step(RULES, 0.5, 5, 0, false, HOUR)).isEqualTo(0.375);
    }
  }

  @Nested
  class WhateverHappens {

    /** Infinity times nothing is no number, and a load factor that is none judges nobody. */
    @Test
    void aVolatilityBeyondMeasureMovesNothingThatIsNotSensitiveToIt() {
      LoadFactorRules faint = new LoadFactorRules(1e-300, 0, 1, 0.25, 0.125, 0.0625);
      assertThat(LoadFactorPolicy.step(faint, 1, 1e10, 0, true, HOUR)).isEqualTo(1);
      LoadFactorRules steep = new LoadFactorRules(1e-300, 1e10, 1, 0.25, 0.125, 0.0625);
      assertThat(LoadFactorPolicy.step(steep, 1, 1e10, 1, true, HOUR)).isEqualTo(0.875);
      assertThat(LoadFactorPolicy.step(steep, 1, 1e10, 0, true, HOUR)).isEqualTo(0.875);
    }

    @Test
    void itStaysBetweenItsFloorAndOneAndMovesAtABoundedSpeed() {
      SplittableRandom random = Seeds.random();
      for (int round = 0; round < 200; round++) {
        double floor = 0.1 + 0.9 * random.nextDouble();
        LoadFactorRules rules =
            new LoadFactorRules(
                0.1 + random.nextDouble(),
                5 * random.nextDouble(),
                random.nextDouble(),
                floor,
                random.nextDouble(),
                random.nextDouble());
        double g = LoadFactorPolicy.AT_REST;
        for (int bar = 0; bar < 200; bar++) {
          long length = 1 + random.nextLong(4 * HOUR);
          boolean ok = random.nextBoolean();
          double next =
              LoadFactorPolicy.step(
                  rules, g, 4 * random.nextDouble(), random.nextDouble(), ok, length);
          double hours = (double) length / HOUR;
          assertThat(next).as(Seeds.round(round)).isBetween(floor, 1.0);
          assertThat(next - g)
              .as(Seeds.round(round))
              .isBetween(
                  -rules.tightenPerHour() * hours - 1e-12, rules.relaxPerHour() * hours + 1e-12);
          assertThat(ok || next <= g).as(Seeds.round(round)).isTrue();
          g = next;
        }
      }
    }
  }
}
