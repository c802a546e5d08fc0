package io.plimsoll.twin;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the text of cells and parameters into numbers, or says that it is malformed. */
final class Cells {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern DURATION = Pattern.compile("(\\d+\\.?\\d*)(ms|s|m|h|d)");

  /** Text that cannot be understood. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String text) {
      super(text);
    }
  }

  private Cells() {}

  static String required(String cell) throws Malformed {
    if (cell.isEmpty()) {
      throw new Malformed(cell);
    }
    return cell;
  }

  /** A finite double. */
  static double real(String cell) throws Malformed {
    if (!NUMBER.matcher(cell).matches() || Double.isInfinite(Double.parseDouble(cell))) {
      throw new Malformed(cell);
    }
    return Double.parseDouble(cell);
  }

  /** An exact decimal of at most 38 digits, 20 before and 18 after the point. */
  static BigDecimal decimal(String cell) throws Malformed {
    if (!NUMBER.matcher(cell).matches()) {
      throw new Malformed(cell);
    }
    try {
      BigDecimal value = new BigDecimal(cell).stripTrailingZeros();
      int integerDigits = value.precision() - value.scale();
      if (value.precision() > 38 || value.scale() > 18 || integerDigits > 20) {
        throw new Malformed(cell);
      }
      return value;
    } catch (NumberFormatException exponentTooLarge) {
      throw new Malformed(cell);
    }
  }

  static Long sequence(String cell) throws Malformed {
    try {
      return cell.isEmpty() ? null : Long.valueOf(cell);
    } catch (NumberFormatException e) {
      throw new Malformed(cell);
    }
  }

  /** Epoch milliseconds, from digits or ISO-8601. */
  static long timestamp(String cell) throws Malformed {
    if (cell.matches("\\d+")) {
      if (cell.length() > 18) {
        throw new Malformed(cell);
      }
      long millis = Long.parseLong(cell);
      if (millis < 100_000_000_000L || millis >= 100_000_000_000_000L) {
        throw new Malformed(cell);
      }
      return millis;
    }
    try {
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              cell, OffsetDateTime::from, LocalDateTime::from);
      Instant instant =
          time instanceof OffsetDateTime
              ? ((OffsetDateTime) time).toInstant()
              : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
      return instant.toEpochMilli();
    } catch (DateTimeException e) {
      throw new Malformed(cell);
    }
  }

  /** A duration of the parameters in milliseconds. */
  static long duration(String text) {
    if (text.equals("0")) {
      return 0;
    }
    Matcher parts = DURATION.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a duration: " + text);
    }
    long unit =
        switch (parts.group(2)) {
          case "ms" -> 1L;
          case "s" -> 1_000L;
          case "m" -> 60_000L;
          case "h" -> 3_600_000L;
          default -> 86_400_000L;
        };
    return new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(unit)).longValueExact();
  }
}
