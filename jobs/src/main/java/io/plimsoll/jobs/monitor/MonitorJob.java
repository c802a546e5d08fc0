package io.plimsoll.jobs.monitor;

import io.plimsoll.jobs.kafka.Delivery;
import io.plimsoll.jobs.kafka.TopicSource;
import io.plimsoll.risk.parameters.RiskParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The monitor as a job: checks what can be known to be wrong before it starts, then starts it. */
public final class MonitorJob {

  /** Accumulator: records that some stage refused. */
  public static final String REFUSED = RefusedCounter.REFUSED;

  /** Its name, by which it is found in a cluster. */
  public static final String NAME = "plimsoll monitor";

  private MonitorJob() {}

  /**
   * Starts the monitor in an environment.
   *
   * @throws io.plimsoll.jobs.kafka.BrokerException when the brokers or a topic are not there
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
    List<String> topics = new ArrayList<>(settings.inputs().names());
    topics.addAll(settings.outputs().names());
    Map<String, Integer> partitions =
        settings.range().brokers().partitions(topics, settings.startTimeout());
    MonitorGraph.define(
        env,
        TopicSource.of(settings.inputs(), settings.range(), parameters, settings.read()),
        readers(env.getParallelism(), settings, partitions),
        settings.idleAfter(),
        parameters,
        settings.watch(),
        settings.sinks(),
        settings.outputs());
    return env.executeAsync(NAME);
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
