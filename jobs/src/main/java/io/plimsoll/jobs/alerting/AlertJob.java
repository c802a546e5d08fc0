package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.routes.RoutesFile;
import io.plimsoll.jobs.options.AlertSettings;
import io.plimsoll.jobs.options.AlertTopics;
import io.plimsoll.jobs.restore.RestoredJob;
import java.util.List;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The alerts as a job: checks what can be known to be wrong before it starts, then starts it. */
public final class AlertJob {

  /** Its name, by which it is found in a cluster. */
  public static final String NAME = "plimsoll alerts";

  private AlertJob() {}

  /**
   * Starts the alerts in an environment.
   *
   * @throws io.plimsoll.jobs.parameters.ParameterFileException for a file of routes that is wrong
   * @throws io.plimsoll.jobs.kafka.BrokerException when the brokers, a topic or a right to it are
   *     not there
   * @throws io.plimsoll.jobs.restore.SavepointException for a savepoint that it cannot go on from
   */
  public static JobClient start(StreamExecutionEnvironment env, AlertSettings settings)
      throws Exception {
    RoutesFile.load(settings.file());
    int partitions =
        settings
            .range()
            .check(List.of(settings.marginEvents()), settings.startTimeout())
            .get(settings.marginEvents());
    settings.sinks().check(settings.topics().names(), settings.startTimeout());
    define(env, settings, Math.min(env.getParallelism(), partitions));
    return RestoredJob.start(env, NAME);
  }

  /**
   * Adds the graph, on the topics of the settings.
   *
   * @param readers subtasks that read
   */
  static void define(StreamExecutionEnvironment env, AlertSettings settings, int readers) {
    AlertTopics topics = settings.topics();
    AlertGraph.define(
        env,
        settings
            .range()
            .source(List.of(settings.marginEvents()), new CrossingRecords(settings.format())),
        readers,
        settings.file().toString(),
        settings.reload(),
        settings.sinks().sink(topics.receipts(), new ReceiptRecords(topics.receipts(), false)),
        settings.sinks().sink(topics.deadLetters(), new ReceiptRecords(topics.deadLetters(), true)),
        settings.sinks().sink(topics.digests(), new ListRecords(topics.digests())));
  }
}
