package io.plimsoll.jobs.summary;

import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.risk.level.Level;
import java.util.Comparator;

/**
 * The event at which an account had the lowest equity; the first of them if several.
 *
 * @param account its name
 * @param instant of the event
 * @param level after the event
 * @param healthFactor infinite where nothing is owed
 * @param equityUsd E
 */
public record LowPoint(
    String account, long instant, Level level, double healthFactor, double equityUsd) {

  static final Comparator<LowPoint> WORST_FIRST =
      Comparator.comparingDouble(LowPoint::equityUsd).thenComparing(LowPoint::account);

  static LowPoint of(EventLine event) {
    return new LowPoint(
        event.account(), event.instant(), event.to(), event.healthFactor(), event.equity());
  }
}
