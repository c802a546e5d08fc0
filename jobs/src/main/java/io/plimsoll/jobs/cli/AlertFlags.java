package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.options.AlertOptions;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the alerts can be told, wherever they run. */
final class AlertFlags {

  @Mixin private TopicOptions topics = new TopicOptions();

  @Option(names = "--routes", paramLabel = "FILE", description = "Routes and notifiers.")
  void routes(String value) {
    topics.tell(AlertOptions.FILE, value);
  }

  @Option(
      names = "--start",
      paramLabel = "WHERE",
      description = "earliest, latest, committed, or the time since which events were written.")
  void start(String value) {
    topics.tell(AlertOptions.START, value);
  }

  /** All options: the file, the environment, the command line. */
  Configuration configuration() {
    return topics.configuration();
  }
}
