package io.plimsoll.jobs.backfill;

import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink for one run: a cluster of one JVM here, or the one that {@code flink run} has set. */
final class LocalFlink {

  /** For all slots together: RocksDB's caches and write buffers. */
  private static final MemorySize MANAGED_MEMORY = MemorySize.ofMebiBytes(512);

  private LocalFlink() {}

  /** An environment for the options. */
  static StreamExecutionEnvironment environment(BackfillOptions options) {
    Configuration configuration = new Configuration();
    configuration.set(CoreOptions.DEFAULT_PARALLELISM, options.parallelism());
    configuration.set(TaskManagerOptions.NUM_TASK_SLOTS, options.parallelism());
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED_MEMORY);
    configuration.set(PipelineOptions.GENERIC_TYPES, false); // no Kryo, nowhere
    configuration.set(StateBackendOptions.STATE_BACKEND, options.stateBackend().optionValue());
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none"); // fail at once, and say why
    // Accumulators travel with heartbeats, and the progress that people see with accumulators.
    configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(500));
    for (Map.Entry<String, String> option : options.flink().entrySet()) {
      configuration.setString(option.getKey(), option.getValue());
    }
    return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
  }
}
