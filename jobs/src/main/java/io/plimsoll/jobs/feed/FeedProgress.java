package io.plimsoll.jobs.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How far a feed has come.
 *
 * @param sent records
 * @param eventTime latest instant sent, epoch milliseconds; {@link Long#MIN_VALUE} before the first
 * @param seconds since the start
 */
public record FeedProgress(long sent, long eventTime, double seconds) {

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** One line, of stable width as long as the figures are. */
  public String line() {
    String time =
        eventTime == Long.MIN_VALUE ? "-" : SECOND.format(Instant.ofEpochMilli(eventTime));
    return String.format(
        Locale.ROOT,
        "%,13d records   %19s   %,11.0f rows/s",
        sent,
        time,
        seconds > 0 ? sent / seconds : 0);
  }
}
