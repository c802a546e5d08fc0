package io.plimsoll.jobs.chaos;

import io.plimsoll.jobs.kafka.Delivery;

/**
 * What a monitor has written, against what it should have.
 *
 * @param events margin events
 * @param states asset states
 */
record Verdict(Delivery delivery, Comparison events, Comparison states) {

  static Verdict of(Delivery delivery, Outputs expected, Outputs read) {
    return new Verdict(
        delivery,
        Comparison.of(expected.events(), read.events()),
        Comparison.of(expected.states(), read.states()));
  }

  boolean holds() {
    boolean once = delivery == Delivery.EXACTLY_ONCE;
    return events.holds(once) && states.holds(once);
  }
}
