package io.plimsoll.jobs.feed;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast event time passes.
 *
 * @param timesRealTime seconds of event time in a second; infinite: as fast as it goes
 */
public record Speed(double timesRealTime) {

  /** What is allowed, for people. */
  public static final String ALLOWED =
      "max, or a number above 0 and x, such as 60x: so many times real time";

  public static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

  private static final Pattern TIMES = Pattern.compile("(\\d+(?:\\.\\d+)?)x");

  /** Reads a speed as people write it. */
  public static Optional<Speed> parse(String text) {
    String told = text.strip().toLowerCase(Locale.ROOT);
    if (told.equals("max")) {
      return Optional.of(MAX);
    }
    Matcher times = TIMES.matcher(told);
    return times.matches()
        ? Optional.of(new Speed(Double.parseDouble(times.group(1))))
            .filter(speed -> speed.timesRealTime > 0)
        : Optional.empty();
  }
}
