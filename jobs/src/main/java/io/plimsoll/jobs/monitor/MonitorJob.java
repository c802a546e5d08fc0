package io.plimsoll.jobs.monitor;

import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.files.DirectorySource;
import io.plimsoll.jobs.history.HistoryThenTopics;
import io.plimsoll.jobs.kafka.Delivery;
import io.plimsoll.jobs.kafka.TopicSource;
import io.plimsoll.jobs.market.Intake;
import io.plimsoll.jobs.options.HistorySettings;
import io.plimsoll.jobs.options.MonitorOptions;
import io.plimsoll.jobs.options.MonitorSettings;
import io.plimsoll.jobs.options.OptionException;
import io.plimsoll.jobs.restore.RestoredJob;
import io.plimsoll.risk.parameters.RiskParameters;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The monitor as a job: checks what can be known to be wrong before it starts, then starts it. */
public final class MonitorJob {

  /** Accumulator: records that some stage refused. */
  public static final String REFUSED = RefusedCounter.REFUSED;

  /** Its name, by which it is found in a cluster. */
  public static final String NAME = "plimsoll monitor";

  private static final Logger LOG = LoggerFactory.getLogger(MonitorJob.class);

  private MonitorJob() {}

  /**
   * Starts the monitor in an environment.
   *
   * @throws io.plimsoll.jobs.kafka.BrokerException when the brokers, a topic or a right to it are
   *     not there
   * @throws io.plimsoll.jobs.files.InputException for files of a history that cannot be read
   * @throws io.plimsoll.jobs.restore.SavepointException for a savepoint that it cannot go on from
   * @throws OptionException for settings that do not go with the environment
   */
  public static JobClient start(
      StreamExecutionEnvironment env, MonitorSettings settings, RiskParameters parameters)
      throws Exception {
    if (settings.sinks().delivery() == Delivery.EXACTLY_ONCE
        && !env.getCheckpointConfig().isCheckpointingEnabled()) {
      throw new OptionException(
          MonitorOptions.DELIVERY.key(),
          "exactly-once shows nothing without checkpoints; set execution.checkpointing.interval");
    }
    Map<String, Integer> partitions =
        settings.range().check(settings.inputs().names(), settings.startTimeout());
    settings.sinks().check(settings.outputs().names(), settings.startTimeout());
    MonitorGraph.define(
        env,
        source(settings, parameters),
        readers(env.getParallelism(), settings, partitions),
        idleAfter(settings),
        settings.history().until(),
        parameters,
        settings.watch(),
        settings.sinks(),
        settings.outputs());
    return RestoredJob.start(env, NAME);
  }

  static Source<Intake, ?, ?> source(MonitorSettings settings, RiskParameters parameters) {
    TopicSource topics =
        TopicSource.of(settings.inputs(), settings.range(), parameters, settings.read());
    HistorySettings history = settings.history();
    if (history.data().isEmpty()) {
      return topics;
    }
    DataDirectory directory = DataDirectory.open(history.data().orElseThrow());
    directory
        .passedOver()
        .forEach(name -> LOG.warn("history: passed over, no known format: {}", name));
    return HistoryThenTopics.of(
        new DirectorySource(directory, parameters, history.readOptions()),
        topics,
        history.until(),
        settings.range().toTheEnd() ? MonitorGraph.NEVER_IDLE : settings.idleAfter());
  }

  /** Who reads a history says itself what is idle. */
  private static Duration idleAfter(MonitorSettings settings) {
    return settings.history().data().isPresent() ? MonitorGraph.NEVER_IDLE : settings.idleAfter();
  }

  /**
   * A subtask without a partition freezes the watermark (FLINK-39586): there are at most as many as
   * partitions. Where none may be idle, each is to be sure of one: Kafka's source deals out the
   * partitions of a topic in turn, but each topic from a subtask of its own, so only the topic that
   * has most can be counted on.
   */
  static int readers(int parallelism, MonitorSettings settings, Map<String, Integer> partitions) {
    boolean never = settings.idleAfter().equals(MonitorGraph.NEVER_IDLE);
    IntStream inputs = settings.inputs().names().stream().mapToInt(partitions::get);
    int sure = never && !settings.range().toTheEnd() ? inputs.max().orElseThrow() : inputs.sum();
    return Math.min(parallelism, sure);
  }
}
