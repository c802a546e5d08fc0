package io.plimsoll.jobs.alert.delivery;

/**
 * What became of one request.
 *
 * @param kind what to do about it
 * @param detail what the other side said, in few words and without secrets
 * @param retryAfterMs how long it asks to be left alone, milliseconds; 0 when it does not say
 */
public record Outcome(Kind kind, String detail, long retryAfterMs) {

  /** What to do about it. */
  public enum Kind {
    /** It has arrived. */
    DELIVERED,
    /** It may arrive another time. */
    FAILED,
    /** It will never arrive. */
    REFUSED
  }

  private static final long NOT_SAID = 0;

  public static Outcome delivered(String detail) {
    return new Outcome(Kind.DELIVERED, detail, NOT_SAID);
  }

  public static Outcome failed(String detail) {
    return new Outcome(Kind.FAILED, detail, NOT_SAID);
  }

  public static Outcome refused(String detail) {
    return new Outcome(Kind.REFUSED, detail, NOT_SAID);
  }
}
