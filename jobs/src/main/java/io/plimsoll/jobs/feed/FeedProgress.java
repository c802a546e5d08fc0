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
    String time = second(eventTime);
    return String.format(
        Locale.ROOT,
        "%,13d records   %19s   %,11.0f rows/s",
        sent,
        time,
        seconds > 0 ? sent / seconds : 0);
  }

  /**
   * One line on how far a monitor has come with what was sent.
   *
   * @param reached epoch milliseconds up to which it has applied all, or {@link Long#MIN_VALUE}
   * @param last instant sent, epoch milliseconds
   */
  public static String applied(long reached, long last) {
    return String.format(Locale.ROOT, "applied up to %19s of %s", second(reached), second(last));
  }

  private static String second(long instant) {
    return instant == Long.MIN_VALUE ? "-" : SECOND.format(Instant.ofEpochMilli(instant));
  }
}
