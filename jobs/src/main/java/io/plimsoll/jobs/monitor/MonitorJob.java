package io.plimsoll.jobs.monitor;

import io.plimsoll.jobs.kafka.Delivery;
import io.plimsoll.jobs.kafka.TopicSource;
import io.plimsoll.risk.parameters.RiskParameters;
import java.util.Map;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The monitor as a job: checks what can be known to be wrong before it starts, then starts it. */
public final class MonitorJob {

  /** Accumulator: records that some stage refused. */
  public static final String REFUSED = RefusedCounter.REFUSED;

  private MonitorJob() {}

  /**
   * Starts the monitor in an environment.
   *
   * @throws io.plimsoll.jobs.kafka.BrokerException when the brokers, a topic or a right to it are
   *     not there
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
        TopicSource.of(settings.inputs(), settings.range(), parameters, settings.read()),
        readers(env, settings, partitions),
        settings.idleAfter(),
        parameters,
        settings.watch(),
        settings.sinks(),
        settings.outputs());
    return env.executeAsync("plimsoll monitor");
  }

  /**
   * A subtask without a partition freezes the watermark (FLINK-39586): there are at most as many as
   * partitions, and one alone where none may be idle.
   */
  private static int readers(
      StreamExecutionEnvironment env, MonitorSettings settings, Map<String, Integer> partitions) {
    boolean never = settings.idleAfter().equals(MonitorGraph.NEVER_IDLE);
    if (never && !settings.range().toTheEnd()) {
      return 1;
    }
    int inputs = settings.inputs().names().stream().mapToInt(partitions::get).sum();
    return Math.min(env.getParallelism(), inputs);
  }
}
