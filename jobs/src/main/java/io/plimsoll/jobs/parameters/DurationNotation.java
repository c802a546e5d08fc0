package io.plimsoll.jobs.parameters;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number and a unit, read as whole milliseconds. */
public record DurationNotation(boolean zero) implements Notation<Long> {

  private static final Pattern DURATION = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ms|s|m|h|d)");

  /** So that an instant and a duration never overflow a long together. */
  private static final long LONGEST_MS = 1_000_000L * 86_400_000L;

  /** The longest first, which is the one to print in. */
  private static final Map<String, Long> UNITS = new LinkedHashMap<>();

  static {
    UNITS.put("d", 86_400_000L);
    UNITS.put("h", 3_600_000L);
    UNITS.put("m", 60_000L);
    UNITS.put("s", 1_000L);
    UNITS.put("ms", 1L);
  }

  @Override
  public Optional<Long> read(String text) {
    if (text.equals("0")) {
      return zero ? Optional.of(0L) : Optional.empty();
    }
    Matcher written = DURATION.matcher(text);
    if (!written.matches()) {
      return Optional.empty();
    }
    return DecimalNotation.number(written.group(1))
        .map(number -> number.multiply(BigDecimal.valueOf(UNITS.get(written.group(2)))))
        .map(BigDecimal::stripTrailingZeros)
        // A fraction of a millisecond would be cut off silently.
        .filter(millis -> millis.scale() <= 0)
        .filter(millis -> millis.compareTo(BigDecimal.valueOf(LONGEST_MS)) <= 0)
        .map(BigDecimal::longValueExact)
        .filter(millis -> zero || millis > 0);
  }

  @Override
  public String print(Long millis) {
    if (millis == 0) {
      return "0";
    }
    for (Map.Entry<String, Long> unit : UNITS.entrySet()) {
      if (millis % unit.getValue() == 0) {
        return millis / unit.getValue() + unit.getKey();
      }
    }
    throw new IllegalStateException("every number is a multiple of 1");
  }

  @Override
  public String range() {
    return "a duration " + (zero ? "of at least 0" : "above 0");
  }

  @Override
  public String allowed() {
    return range()
        + ": a number and a unit (ms, s, m, h or d)"
        + (zero ? " or 0" : "")
        + ", in whole milliseconds, at most 1000000d";
  }
}
