package io.plimsoll.jobs.wire;

import java.time.Duration;

/**
 * How long a registry is waited for. A task stands still meanwhile, and its checkpoints with it.
 *
 * @param timeout how long one answer may take, all of it
 * @param attempts how often it is asked before it counts as not there
 * @param pause before the second attempt; twice as long before each further one
 */
record Patience(Duration timeout, int attempts, Duration pause) {

  /** At most some sixteen seconds, less than any usual timeout of checkpoints. */
  static final Patience USUAL = new Patience(Duration.ofSeconds(5), 3, Duration.ofMillis(250));
}
