package io.plimsoll.jobs.chaos;

import java.time.Duration;
import java.util.Random;

/** What is left to chance, from one seed: the same seed draws the same. For one thread. */
final class Dice {

  /** Of four sudden faults one is followed by another before the monitors have recovered. */
  private static final int AGAIN_OF = 4;

  private final Random random;

  Dice(long seed, Fault fault) {
    // Each kind has draws of its own: which others are run makes no difference.
    this.random = new Random(seed * 31 + fault.name().hashCode());
  }

  /** A span between two, both in milliseconds. */
  Duration between(long leastMs, long mostMs) {
    return Duration.ofMillis(leastMs + (long) (random.nextDouble() * (mostMs - leastMs)));
  }

  /** From 1 to a number. */
  int oneOf(int number) {
    return 1 + random.nextInt(number);
  }

  /** How often a fault strikes before recovery is waited for. */
  int strikes(Fault fault) {
    return fault.isSudden() && random.nextInt(AGAIN_OF) == 0 ? 2 : 1;
  }
}
