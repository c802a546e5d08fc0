package io.plimsoll.jobs.history;

import java.util.Optional;

/**
 * The enumerator's state: that of the history until all of it is read, then that of the topics,
 * which alone says that there is nothing left of the history.
 *
 * @param history in the first phase
 * @param topics in the second
 */
record PhaseState<A, B>(Optional<A> history, Optional<B> topics) implements Phased<A, B> {

  static <A, B> PhaseState<A, B> ofHistory(A state) {
    return new PhaseState<>(Optional.of(state), Optional.empty());
  }

  static <A, B> PhaseState<A, B> ofTopics(B state) {
    return new PhaseState<>(Optional.empty(), Optional.of(state));
  }
}
