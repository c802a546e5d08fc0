package io.plimsoll.jobs.options;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.HtmlFormatter;

/** What an option says of itself. */
final class OptionText {

  private OptionText() {}

  /** Its description, in one line. */
  static String description(ConfigOption<?> option) {
    // Ours are plain text; the formatter escapes what HTML would take for its own.
    return new HtmlFormatter().format(option.description()).replace("&lt;", "<");
  }

  /** The choices beside one of them, for people. */
  static String choices(Enum<?> one) {
    return Arrays.stream(one.getDeclaringClass().getEnumConstants())
        .map(choice -> choice.toString().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" or "));
  }
}
