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

  /** How long, in the two largest units, the rest cut off: 450 ms, 12.3 s, 5 min 07 s, 3 d 04 h. */
  public static String span(long millis) {
    long size = Math.abs(millis);
    String text;
    if (size < 1_000) {
      text = size + " ms";
    } else if (size < 60_000) {
      text = String.format(Locale.ROOT, "%d.%d s", size / 1_000, size % 1_000 / 100);
    } else if (size < 3_600_000) {
      text = String.format(Locale.ROOT, "%d min %02d s", size / 60_000, size / 1_000 % 60);
    } else if (size < 86_400_000) {
      text = String.format(Locale.ROOT, "%d h %02d min", size / 3_600_000, size / 60_000 % 60);
    } else {
      text = String.format(Locale.ROOT, "%d d %02d h", size / 86_400_000, size / 3_600_000 % 24);
    }
    return millis < 0 ? "-" + text : text;
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
