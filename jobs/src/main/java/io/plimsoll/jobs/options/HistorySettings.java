package io.plimsoll.jobs.options;

import io.plimsoll.jobs.files.ReadOptions;
import io.plimsoll.jobs.intake.Timestamps;
import io.plimsoll.jobs.kafka.StartPosition;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;

/**
 * What goes before the topics.
 *
 * @param data directory of its files; without one, nothing goes before
 * @param until first instant of the topics, epoch milliseconds, or {@link #NEVER}
 * @param maxLatenessMs how far a row may stand behind the latest before it in its file
 */
public record HistorySettings(Optional<Path> data, long until, long maxLatenessMs) {

  /** There is no history: all instants are the topics'. */
  public static final long NEVER = Long.MIN_VALUE;

  static HistorySettings of(Configuration configuration, StartPosition start) {
    Optional<String> data =
        configuration.getOptional(HistoryOptions.DATA).map(String::strip).filter(s -> !s.isEmpty());
    Optional<String> until =
        configuration.getOptional(HistoryOptions.UNTIL).filter(told -> !told.isBlank());
    if (data.isPresent()) {
      if (until.isEmpty()) {
        throw new OptionException(
            HistoryOptions.UNTIL.key(),
            "is missing; a history ends where the topics begin, " + Timestamps.ALLOWED);
      }
      checkNothingIsLost(start);
    }
    return new HistorySettings(
        data.map(Path::of),
        until.map(HistorySettings::instant).orElse(NEVER),
        OptionValues.duration(configuration, HistoryOptions.MAX_LATENESS).toMillis());
  }

  /** What was written between the cut and the end, or the group's last commit, would be missing. */
  private static void checkNothingIsLost(StartPosition start) {
    switch (start.kind()) {
      case EARLIEST, TIMESTAMP -> {}
      case LATEST, COMMITTED ->
          throw new OptionException(
              MonitorOptions.START.key(),
              "with a history allowed is earliest, or the time since which records were written:"
                  + " others leave a gap behind it");
    }
  }

  private static long instant(String told) {
    return Timestamps.read(told)
        .orElseThrow(
            () ->
                new OptionException(
                    HistoryOptions.UNTIL.key(),
                    '"' + told + "\" is not allowed; allowed is " + Timestamps.ALLOWED));
  }

  /** How its files are read: to the last instant before the topics'. */
  public ReadOptions readOptions() {
    return new ReadOptions(maxLatenessMs, until - 1);
  }
}
