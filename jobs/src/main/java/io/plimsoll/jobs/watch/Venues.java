package io.plimsoll.jobs.watch;

import io.plimsoll.jobs.market.VenueReading;
import io.plimsoll.jobs.market.VenueStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which venues are down or in their grace period (risk model §6). A venue is up until told.
 * Mutable; bounded by the venues that were ever down and are not yet out of grace.
 */
final class Venues {

  /** Down: no end in sight. */
  static final long DOWN = Long.MAX_VALUE;

  private final long gracePeriodMs;

  /** By venue that is down or in grace: when that ends, or {@link #DOWN}. */
  private final Map<String, Long> disturbedUntil = new TreeMap<>();

  Venues(long gracePeriodMs) {
    this.gracePeriodMs = gracePeriodMs;
  }

  /** Takes a status; whether anything changed by it. */
  boolean tell(VenueReading reading) {
    String venue = reading.venue();
    if (reading.status() == VenueStatus.DOWN) {
      Long before = disturbedUntil.put(venue, DOWN);
      return before == null;
    }
    if (reading.status() == VenueStatus.UP && isDown(venue)) {
      if (gracePeriodMs == 0) {
        disturbedUntil.remove(venue);
        return true;
      }
      disturbedUntil.put(venue, reading.instant() + gracePeriodMs);
    }
    return false;
  }

  private boolean isDown(String venue) {
    return disturbedUntil.getOrDefault(venue, 0L) == DOWN;
  }

  boolean isDisturbed(String venue) {
    return disturbedUntil.containsKey(venue);
  }

  boolean noneIsDisturbed() {
    return disturbedUntil.isEmpty();
  }

  /** The next end of a grace period, or {@link Long#MAX_VALUE}. */
  long nextEnd() {
    if (disturbedUntil.isEmpty()) {
      return Long.MAX_VALUE;
    }
    long next = Long.MAX_VALUE;
    for (long end : disturbedUntil.values()) {
      next = Math.min(next, end);
    }
    return next;
  }

  /** Ends grace periods that are over, and says whose. */
  List<String> endGraceAt(long instant) {
    List<String> over = new ArrayList<>();
    disturbedUntil.forEach(
        (venue, end) -> {
          if (end <= instant) {
            over.add(venue);
          }
        });
    over.forEach(disturbedUntil::remove);
    return over;
  }

  Map<String, Long> disturbedUntil() {
    return disturbedUntil;
  }
}
