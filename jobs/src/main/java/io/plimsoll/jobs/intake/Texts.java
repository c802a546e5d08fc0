package io.plimsoll.jobs.intake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;

/**
 * Typed values as the text that a CSV would have, so that one set of checks judges all formats. A
 * double's text is the shortest that reads back as the same double; a timestamp is cut to
 * milliseconds.
 */
public final class Texts {

  /** The text of an absent value. */
  public static final String ABSENT = "";

  private Texts() {}

  /** A count of units since the epoch, of which so many make a millisecond. */
  public static String timestamp(long value, long unitsPerMs) {
    return Long.toString(Math.floorDiv(value, unitsPerMs));
  }

  public static String date(int epochDay) {
    return LocalDate.ofEpochDay(epochDay).toString();
  }

  public static String decimal(byte[] unscaled, int scale) {
    return new BigDecimal(new BigInteger(unscaled), scale).toPlainString();
  }

  public static String decimal(long unscaled, int scale) {
    return BigDecimal.valueOf(unscaled, scale).toPlainString();
  }
}
