package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.monitor.MonitorOptions;
import org.apache.flink.configuration.Configuration;
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
