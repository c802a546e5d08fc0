package io.plimsoll.jobs.options;

import io.plimsoll.jobs.kafka.StartPosition;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** Values of options, or an {@link OptionException} that says what is wrong with one. */
final class OptionValues {

  /** A year: sums with it stay far from overflow. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private OptionValues() {}

  static Duration duration(Configuration configuration, ConfigOption<Duration> option) {
    Duration told = get(configuration, option);
    if (told.isNegative() || told.compareTo(LONGEST) > 0) {
      throw new OptionException(
          option.key(), told + " is not allowed; allowed is a duration from 0 to 365 d");
    }
    return told;
  }

  static String required(Configuration configuration, ConfigOption<String> option) {
    String told = get(configuration, option);
    if (told == null || told.isBlank()) {
      throw new OptionException(option.key(), "is missing; " + OptionText.description(option));
    }
    return told.strip();
  }

  static StartPosition start(Configuration configuration, ConfigOption<String> option) {
    String told = required(configuration, option);
    return StartPosition.parse(told)
        .orElseThrow(
            () ->
                new OptionException(
                    option.key(),
                    '"' + told + "\" is not allowed; allowed is " + StartPosition.ALLOWED));
  }

  static <T> T get(Configuration configuration, ConfigOption<T> option) {
    try {
      return configuration.get(option);
    } catch (IllegalArgumentException e) {
      if (option.key().equals(MonitorOptions.CLIENT.key())) {
        // There may be secrets in it, and the cause quotes it.
        throw new OptionException(option.key(), "is not allowed; allowed are keys below it");
      }
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String allowed =
          option.defaultValue() instanceof Enum<?> one
              ? "allowed is " + OptionText.choices(one)
              : String.valueOf(cause.getMessage());
      String told = Redaction.show(option.key(), configuration.toMap().get(option.key()));
      throw new OptionException(option.key(), '"' + told + "\" is not allowed; " + allowed);
    }
  }
}
