package io.plimsoll.jobs.options;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.util.TimeUtils;

/** The reference of the monitor's options, from the options themselves. */
final class OptionsPage {

  private static final String TOP =
      """
      # Options of the monitor

      <!-- Generated from the code: change io.plimsoll.jobs.options.MonitorOptions, then run
           mvn -pl jobs -am test -Dtest=OptionsPageTest -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.write=true -->

      `./plimsoll monitor` and `alerts`, and `feed` and `events` for the topics, take an option from, the later winning:

      1. the file, `flink-conf/monitor.yaml` or `--conf FILE`: YAML, nested or with dots;
      2. the environment: the variable beside the key;
      3. the command line: `-D KEY=VALUE`, and a flag where there is one (`./plimsoll monitor --help`).

      The brokers of a local cluster that runs ([cluster](cluster.md)) stand before all of them.

      Keys that do not start with `plimsoll.` are Flink's, such as `execution.checkpointing.interval`. A key of ours that there is not, or a value that is not allowed, stops the start with one line and exit code 2.
      A duration is a number and a unit, `200 ms`, `1 s`, `5 min`; a size likewise, `64 kb`, `1 mb`. Choices may be written in either case.
      The value of a key with `password`, `secret` or `jaas` in it is never printed.

      """;

  private OptionsPage() {}

  static String markdown() {
    StringBuilder page = new StringBuilder(TOP);
    page.append("| key | variable | value | default | meaning |\n|---|---|---|---|---|\n");
    for (ConfigOption<?> option : MonitorOptions.ALL) {
      page.append(
          "| `%s` | `%s` | %s | %s | %s |\n"
              .formatted(
                  option.key(),
                  MonitorConfiguration.variable(option),
                  type(option),
                  defaultInWords(option),
                  OptionText.description(option).replace("|", "\\|")));
    }
    return page.toString();
  }

  private static String type(ConfigOption<?> option) {
    Object value = option.defaultValue();
    if (value instanceof Enum<?> one) {
      return OptionText.choices(one);
    }
    return value instanceof Duration
        ? "duration"
        : value instanceof MemorySize
            ? "size"
            : value instanceof Map<?, ?>
                ? "keys below it"
                : value instanceof List<?> ? "list" : value instanceof Integer ? "number" : "text";
  }

  private static String defaultInWords(ConfigOption<?> option) {
    Object value = option.defaultValue();
    if (value == null) {
      return "–";
    }
    String text =
        value instanceof Duration duration
            ? TimeUtils.formatWithHighestUnit(duration)
            : value instanceof Enum<?> one
                ? one.toString().toLowerCase(Locale.ROOT)
                : value.toString();
    return text.isEmpty() || text.equals("{}") || text.equals("[]") ? "none" : "`" + text + "`";
  }
}
