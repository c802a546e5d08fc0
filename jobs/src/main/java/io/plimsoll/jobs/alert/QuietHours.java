package io.plimsoll.jobs.alert;

import io.plimsoll.risk.level.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.OptionalLong;

/**
 * A time of day at which nobody is to be woken for what can wait. By the clock on the wall: at a
 * change of clocks they are an hour shorter or longer.
 *
 * @param from start, inside
 * @param to end, outside; before {@code from} when midnight lies between
 * @param zone whose time of day it is
 * @param below levels that can wait; this one and worse cannot
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone, Level below) {

  public QuietHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException("quiet hours from " + from + " to the same time");
    }
  }

  /**
   * When the quiet hours end that a moment lies in; nothing outside of them.
   *
   * @param now epoch milliseconds
   * @return epoch milliseconds, after {@code now}
   */
  public OptionalLong endOf(long now) {
    ZonedDateTime local = Instant.ofEpochMilli(now).atZone(zone);
    LocalTime time = local.toLocalTime();
    boolean overMidnight = to.isBefore(from);
    boolean begun = !time.isBefore(from);
    boolean ended = !time.isBefore(to);
    if (overMidnight ? !begun && ended : !begun || ended) {
      return OptionalLong.empty();
    }
    LocalDate day = local.toLocalDate().plusDays(overMidnight && begun ? 1 : 0);
    // Where the clock shows the end twice, the first time may have gone by.
    ZonedDateTime end = ZonedDateTime.of(day, to, zone).withLaterOffsetAtOverlap();
    return OptionalLong.of(end.toInstant().toEpochMilli());
  }
}
