package io.plimsoll.jobs.monitor;

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
}
