package io.plimsoll.jobs.chaos;

import io.plimsoll.jobs.kafka.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of all faults of a kind.
 *
 * @param moments each fault
 * @param verdicts of each monitor; none where it did not come to its end
 * @param failure what was waited for in vain
 */
record Outcome(
    Fault fault, List<Moment> moments, List<Verdict> verdicts, Optional<String> failure) {

  Outcome {
    moments = List.copyOf(moments);
    verdicts = List.copyOf(verdicts);
  }

  boolean holds() {
    return failure.isEmpty() && verdicts.stream().allMatch(Verdict::holds);
  }

  Spread recovery(Delivery delivery) {
    return Spread.of(
        moments.stream().map(moment -> seconds(moment.recovery().get(delivery))).toList());
  }

  /** How long the causes lasted: no recovery is sooner. */
  Spread held() {
    return Spread.of(moments.stream().map(moment -> seconds(moment.held())).toList());
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1_000.0;
  }
}
