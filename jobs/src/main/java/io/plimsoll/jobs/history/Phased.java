package io.plimsoll.jobs.history;

import java.util.Optional;

/**
 * What is of the history or of the topics: of one of them, never of both.
 *
 * @param <H> that of the history
 * @param <L> that of the topics
 */
sealed interface Phased<H, L> permits PhaseSplit, PhaseState {

  /** What it is in the first phase. */
  Optional<H> history();

  /** What it is in the second. */
  Optional<L> topics();
}
