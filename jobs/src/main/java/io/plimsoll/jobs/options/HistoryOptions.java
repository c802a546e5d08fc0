package io.plimsoll.jobs.options;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** What a monitor can be told of a history that goes before its topics. */
public final class HistoryOptions {

  public static final ConfigOption<String> DATA =
      ConfigOptions.key("plimsoll.history.data")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "Directory of the files of a backfill (docs/files.md) that go before the topics: what"
                  + " lies before plimsoll.history.until is read from them, then the topics are."
                  + " Without it all is read from the topics. One subtask reads it; where it may run"
                  + " on several machines, the files are at the same place on each.");

  public static final ConfigOption<String> UNTIL =
      ConfigOptions.key("plimsoll.history.until")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "The first instant that is read from the topics, epoch milliseconds or ISO-8601; must"
                  + " be given with plimsoll.history.data. Files are read up to it; records of"
                  + " earlier times are passed over, whenever they were written. Events of earlier"
                  + " instants are marked as those of a backfill, so that nobody is alerted. A job"
                  + " whose history is read keeps it, and needs the files no more.");

  public static final ConfigOption<Duration> MAX_LATENESS =
      ConfigOptions.key("plimsoll.history.max-lateness")
          .durationType()
          .defaultValue(Duration.ZERO)
          .withDescription(
              "How far a row may stand behind the latest before it in its file, as --max-lateness of"
                  + " a backfill. Too low: rows are refused as LATE or count later than their time."
                  + " Too high: as much of the history is held in buffers.");

  static final List<ConfigOption<?>> ALL = List.of(DATA, UNTIL, MAX_LATENESS);

  private HistoryOptions() {}
}
