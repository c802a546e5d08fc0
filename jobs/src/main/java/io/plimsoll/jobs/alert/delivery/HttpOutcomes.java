package io.plimsoll.jobs.alert.delivery;

import io.plimsoll.jobs.alert.delivery.Outcome.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What an HTTP answer means for a delivery. */
public final class HttpOutcomes {

  private static final int OK = 200;
  private static final int REDIRECTION = 300;
  private static final int CLIENT_ERROR = 400;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  /** Nobody may silence a notifier for longer. */
  static final long LONGEST_PAUSE_MS = 3_600_000;

  private HttpOutcomes() {}

  /**
   * Judges an answer: 2xx has arrived; 408, 429 and 5xx may another time, and so may what is sent
   * elsewhere now, as by a proxy whose server is away; all else never will.
   *
   * @param retryAfter the header of that name, if there is one
   * @param now epoch milliseconds
   */
  public static Outcome of(int status, Optional<String> retryAfter, long now) {
    boolean elsewhere = status >= REDIRECTION && status < CLIENT_ERROR;
    String detail = "HTTP " + status + (elsewhere ? ", not followed" : "");
    if (status >= OK && status < REDIRECTION) {
      return Outcome.delivered(detail);
    }
    if (elsewhere || status == REQUEST_TIMEOUT || status == TOO_MANY || status >= SERVER_ERROR) {
      long pause = retryAfter.map(text -> pause(text.strip(), now)).orElse(0L);
      return new Outcome(Kind.FAILED, detail, Math.max(0, Math.min(pause, LONGEST_PAUSE_MS)));
    }
    return Outcome.refused(detail);
  }

  /** Seconds, or a date of RFC 9110; what is neither says nothing. */
  private static long pause(String text, long now) {
    if (text.matches("[0-9]{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(text)).toMillis();
    }
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return until.toEpochMilli() - now;
    } catch (DateTimeException e) {
      return 0;
    }
  }
}
