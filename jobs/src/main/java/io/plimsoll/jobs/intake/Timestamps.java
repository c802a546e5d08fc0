package io.plimsoll.jobs.intake;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.OptionalLong;

/**
 * Reads a timestamp: digits are epoch milliseconds, anything else ISO-8601, in UTC unless it has a
 * zone, cut to milliseconds; a date alone is its midnight. By hand: a formatter throws, and this
 * runs for every row.
 */
public final class Timestamps {

  /** What is allowed, for people. */
  public static final String ALLOWED =
      "epoch milliseconds (12 to 14 digits: not seconds, not microseconds)"
          + " or ISO-8601 such as 2021-01-31T23:59:59.999Z";

  /** In 1973; below it, digits are more likely seconds. */
  private static final long EARLIEST = 100_000_000_000L;

  /** In 5138; from it on, digits are more likely microseconds. */
  private static final long TOO_LATE = 100_000_000_000_000L;

  private static final long DAY_MS = 86_400_000L;

  private final char[] text;
  private final int end;
  private int at;
  private boolean wrong;

  private Timestamps(char[] text, int start, int end) {
    this.text = text;
    this.at = start;
    this.end = end;
  }

  /** Epoch milliseconds, for who is in no hurry. */
  public static OptionalLong read(String text) {
    long millis = read(text.toCharArray(), 0, text.length());
    return millis == RowCheck.NO_TIMESTAMP ? OptionalLong.empty() : OptionalLong.of(millis);
  }

  /** Epoch milliseconds, or {@link RowCheck#NO_TIMESTAMP} if it is none. */
  static long read(char[] text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && text[from] <= ' ') {
      from++;
    }
    while (to > from && text[to - 1] <= ' ') {
      to--;
    }
    long millis = 0;
    for (int i = from; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return new Timestamps(text, from, to).iso();
      }
      millis = Math.min(TOO_LATE, 10 * millis + digit);
    }
    return millis >= EARLIEST && millis < TOO_LATE ? millis : RowCheck.NO_TIMESTAMP;
  }

  private long iso() {
    long day = date();
    long ofDay = 0;
    long offset = 0;
    if (at < end) {
      wrong |= !skip('T', 't', ' ');
      ofDay = time();
      offset = offset();
    }
    return wrong || at < end ? RowCheck.NO_TIMESTAMP : day * DAY_MS + ofDay - offset;
  }

  private long date() {
    int year = digits(4);
    wrong |= !skip('-');
    int month = between(1, digits(2), 12);
    wrong |= !skip('-');
    int day = between(1, digits(2), 31);
    if (wrong || day > YearMonth.of(year, month).lengthOfMonth()) {
      wrong = true;
      return 0;
    }
    return LocalDate.of(year, month, day).toEpochDay();
  }

  private long time() {
    long seconds = between(0, digits(2), 23) * 3600L;
    wrong |= !skip(':');
    seconds += between(0, digits(2), 59) * 60L;
    if (skip(':')) {
      seconds += between(0, digits(2), 59);
    }
    return seconds * 1000 + (skip('.', ',') ? millis() : 0);
  }

  /** Any number of digits after the point, of which three count. */
  private int millis() {
    int start = at;
    int millis = 0;
    while (at < end && text[at] >= '0' && text[at] <= '9') {
      if (at - start < 3) {
        millis = 10 * millis + (text[at] - '0');
      }
      at++;
    }
    wrong |= at == start;
    for (int i = at - start; i < 3; i++) {
      millis *= 10;
    }
    return millis;
  }

  /** Z, +01, +0130 or +01:30; UTC without. */
  private long offset() {
    if (at == end || skip('Z', 'z')) {
      return 0;
    }
    boolean west = text[at] == '-';
    wrong |= !skip('+', '-');
    long minutes = between(0, digits(2), 18) * 60L;
    if (at < end) {
      skip(':');
      minutes += between(0, digits(2), 59);
    }
    return (west ? -minutes : minutes) * 60_000;
  }

  private int digits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++, at++) {
      if (at >= end || text[at] < '0' || text[at] > '9') {
        wrong = true;
        return 0;
      }
      value = 10 * value + (text[at] - '0');
    }
    return value;
  }

  private int between(int low, int value, int high) {
    wrong |= value < low || value > high;
    return value;
  }

  private boolean skip(char... any) {
    for (char c : any) {
      if (at < end && text[at] == c) {
        at++;
        return true;
      }
    }
    return false;
  }
}
