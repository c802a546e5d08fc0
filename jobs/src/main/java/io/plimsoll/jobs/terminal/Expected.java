package io.plimsoll.jobs.terminal;

/**
 * What is known of a run before it begins; it gives the picture its scales.
 *
 * @param firstInstant epoch milliseconds
 * @param end epoch milliseconds, not after the first instant where it is not known
 * @param accounts how many, or 0 where that is not known
 */
public record Expected(long firstInstant, long end, long accounts) {

  /** A run of which nothing is known: no progress bar, and nobody counts the safe accounts. */
  public static final Expected NOTHING = new Expected(0, 0, 0);

  boolean knowsSpan() {
    return end > firstInstant;
  }

  boolean knowsAccounts() {
    return accounts > 0;
  }

  /** From 0 to 1. */
  double progress(long instant) {
    double share = (double) (instant - firstInstant) / (end - firstInstant);
    return Math.max(0, Math.min(1, share));
  }
}
