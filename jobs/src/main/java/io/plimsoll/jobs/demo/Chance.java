package io.plimsoll.jobs.demo;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws from a seed. {@link StrictMath} and a method of its own for normal numbers, because the
 * JDK's may differ from one release or processor to the next, and with them every byte.
 */
final class Chance {

  private final SplittableRandom random;

  private Chance(SplittableRandom random) {
    this.random = random;
  }

  static Chance of(long seed) {
    return new Chance(new SplittableRandom(seed));
  }

  /** Draws of its own, so that what one part draws does not change another. */
  Chance fork() {
    return new Chance(random.split());
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A standard normal number, by Marsaglia's polar method. */
  double normal() {
    while (true) {
      double x = between(-1, 1);
      double y = between(-1, 1);
      double square = x * x + y * y;
      if (square > 0 && square < 1) {
        return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
      }
    }
  }

  /** A positive number whose logarithm is normal: sizes of accounts are like that. */
  double logNormal(double median, double sigma) {
    return median * StrictMath.exp(sigma * normal());
  }
}
