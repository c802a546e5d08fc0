package io.plimsoll.jobs.readback;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures as people read them: thousands separated, times in UTC. */
public final class Figures {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

  private Figures() {}

  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Whole dollars. */
  public static String usd(double value) {
    return String.format(Locale.ROOT, "%,.0f", value + 0.0);
  }

  /** A price, with as many digits after the point as its size leaves room for. */
  public static String price(double value) {
    double size = Math.abs(value);
    String form = size >= 1_000 ? "%,.1f" : size >= 10 ? "%.2f" : "%.4f";
    return String.format(Locale.ROOT, form, value);
  }

  /** A ratio with two decimals, cut rather than rounded: 0.998 is under water, 1.00 is not. */
  public static String ratio(double value) {
    if (!Double.isFinite(value)) {
      return value < 0 ? "-∞" : "∞";
    }
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.FLOOR).toPlainString();
  }

  /** An amount: whole above a thousand, else four digits that count. */
  public static String amount(BigDecimal value) {
    BigDecimal rounded =
        value.abs().compareTo(BigDecimal.valueOf(1_000)) >= 0
            ? value.setScale(0, RoundingMode.HALF_EVEN)
            : value.round(FOUR_DIGITS).stripTrailingZeros();
    int decimals = Math.max(0, rounded.scale());
    return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
  }

  /** Date and time. */
  public static String time(long epochMillis) {
    return TIME.format(Instant.ofEpochMilli(epochMillis));
  }

  /** Hours and minutes. */
  public static String clock(long epochMillis) {
    return CLOCK.format(Instant.ofEpochMilli(epochMillis));
  }
}
