package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.options.HistoryOptions;
import io.plimsoll.jobs.options.MonitorOptions;
import java.net.URI;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a monitor can be told, wherever it runs. */
final class MonitorFlags {

  @Mixin private TopicOptions topics = new TopicOptions();

  @Option(names = "--parameters", paramLabel = "FILE", description = "Risk parameters.")
  void parameters(String value) {
    topics.tell(MonitorOptions.PARAMETERS, value);
  }

  @Option(
      names = "--start",
      paramLabel = "WHERE",
      description = "earliest, latest, committed, or the time since which records were written.")
  void start(String value) {
    topics.tell(MonitorOptions.START, value);
  }

  @Option(
      names = "--until",
      paramLabel = "WHERE",
      description = "never, or latest: what stands in the topics when the job starts.")
  void until(String value) {
    topics.tell(MonitorOptions.UNTIL, value);
  }

  @Option(
      names = "--from-savepoint",
      paramLabel = "DIR",
      description = "The savepoint, or checkpoint, that the job goes on from; it is not deleted.")
  void fromSavepoint(String value) {
    topics.tell(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.NO_CLAIM.name());
    topics.tell(StateRecoveryOptions.SAVEPOINT_PATH, absolute(value));
  }

  /** As whoever reads it elsewhere would find it; what has a scheme, or is none at all, stays. */
  private static String absolute(String place) {
    try {
      return Path.of(place).isAbsolute() || URI.create(place).getScheme() != null
          ? place
          : Path.of(place).toAbsolutePath().toString();
    } catch (IllegalArgumentException none) {
      return place;
    }
  }

  @Option(
      names = "--history",
      paramLabel = "DIR",
      description = "Files of a backfill that go before the topics, up to --history-until.")
  void history(String value) {
    topics.tell(HistoryOptions.DATA, value);
  }

  @Option(
      names = "--history-until",
      paramLabel = "TIME",
      description = "First instant of the topics: what lies before is read from files.")
  void historyUntil(String value) {
    topics.tell(HistoryOptions.UNTIL, value);
  }

  @Option(
      names = "--max-lateness",
      paramLabel = "DURATION",
      description = "How far a record may stand behind the latest before it in its partition.")
  void maxLateness(String value) {
    topics.tell(MonitorOptions.MAX_LATENESS, value);
  }

  @Option(
      names = "--idle-after",
      paramLabel = "DURATION",
      description = "After how long a partition without records holds nothing back; 0 is never.")
  void idleAfter(String value) {
    topics.tell(MonitorOptions.IDLE_AFTER, value);
  }

  @Option(names = "--delivery", paramLabel = "WHAT", description = "at-least-once or exactly-once.")
  void delivery(String value) {
    topics.tell(MonitorOptions.DELIVERY, value);
  }

  /** All options: the file, the environment, the command line. */
  Configuration configuration() {
    return topics.configuration();
  }
}
