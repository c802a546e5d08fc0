package io.plimsoll.jobs.backfill;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How far a run has come.
 *
 * @param rows read
 * @param eventTime latest instant read, epoch milliseconds; {@link Long#MIN_VALUE} before the first
 * @param events issued
 * @param seconds since the start
 */
public record Progress(long rows, long eventTime, long events, double seconds) {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** One line, of stable width as long as the figures are. */
  public String line() {
    String time =
        eventTime == Long.MIN_VALUE ? "-" : MINUTE.format(Instant.ofEpochMilli(eventTime));
    return String.format(
        Locale.ROOT,
        "%,13d rows   %16s   %,9d events   %,11.0f rows/s",
        rows,
        time,
        events,
        seconds > 0 ? rows / seconds : 0);
  }
}
