package io.plimsoll.jobs.chaos;

import io.plimsoll.jobs.kafka.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A fault and what came of it.
 *
 * @param at when, by the clock of the wall
 * @param eventTime how far the history had come, epoch milliseconds
 * @param strikes how often it struck before recovery was waited for
 * @param held from the first strike to the end of what caused the last one
 * @param recovery of each monitor: from the first strike until all its tasks had applied all that
 *     was fed before it
 */
record Moment(
    Instant at, long eventTime, int strikes, Duration held, Map<Delivery, Duration> recovery) {

  Moment {
    recovery = Map.copyOf(recovery);
  }
}
