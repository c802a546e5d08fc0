package io.plimsoll.twin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance, in the shapes that the generator needs. */
final class Draw {
  private final SplittableRandom random;

  Draw(long seed) {
    random = new SplittableRandom(seed);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  double real(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  /** Spread evenly over the orders of magnitude. */
  double magnitude(double least, double most) {
    return Math.exp(real(Math.log(least), Math.log(most)));
  }

  double normal() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  @SafeVarargs
  final <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** The number as an amount with a random number of decimals. */
  BigDecimal amount(double value) {
    int decimals = pick(2, 4, 8, 18);
    BigDecimal exact = new BigDecimal(Math.max(0, value));
    BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
    if (decimals == 18 && rounded.signum() > 0) {
      rounded = rounded.add(BigDecimal.valueOf(between(0, 999_999_999), 18));
    }
    return rounded;
  }
}
