package io.plimsoll.risk;

import java.util.SplittableRandom;

/**
 * The seed of every random test: one constant, so that a build says the same twice, unless {@code
 * -Dplimsoll.seed} says another. It stands in the message of every random assertion.
 */
public final class Seeds {

  /** The day in 2020 on which ETH lost half its price. */
  private static final long DEFAULT = 20_200_312L;

  private Seeds() {}

  public static long seed() {
    return Long.getLong("plimsoll.seed", DEFAULT);
  }

  public static SplittableRandom random() {
    return new SplittableRandom(seed());
  }

  /** For an assertion message. */
  public static String round(int round) {
    return "plimsoll.seed=" + seed() + ", round " + round;
  }
}
