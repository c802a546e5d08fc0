package io.plimsoll.jobs.backfill;

import io.plimsoll.jobs.graph.JobOptions;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink for one run: a cluster of one JVM. */
public final class LocalFlink {

  /** Names the directory of Flink's {@code config.yaml}; the launcher sets it. */
  public static final String CONFIGURATION = "plimsoll.conf";

  private LocalFlink() {}

  /** An environment for the options. */
  static StreamExecutionEnvironment environment(BackfillOptions options) {
    return environment(options.parallelism(), options.stateBackend(), options.flink());
  }

  /** An environment: the configuration file, what the run was told, further options. */
  public static StreamExecutionEnvironment environment(
      int parallelism, StateBackend stateBackend, Map<String, String> options) {
    String directory = System.getProperty(CONFIGURATION);
    Configuration configuration =
        directory == null ? new Configuration() : GlobalConfiguration.loadConfiguration(directory);
    configuration.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
    configuration.set(TaskManagerOptions.NUM_TASK_SLOTS, parallelism);
    configuration.addAll(JobOptions.defaults());
    configuration.set(StateBackendOptions.STATE_BACKEND, stateBackend.optionValue());
    for (Map.Entry<String, String> option : options.entrySet()) {
      configuration.setString(option.getKey(), option.getValue());
    }
    if (!configuration.contains(TaskManagerOptions.NETWORK_MEMORY_MAX)) {
      MemorySize network = network(parallelism, configuration);
      configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
      configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
    }
    return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
  }

  /** Room for all exchanges: those that broadcast have a channel from each subtask to each. */
  private static MemorySize network(int parallelism, Configuration configuration) {
    long buffers = 64 + 32L * parallelism + 8L * parallelism * parallelism;
    long segment = configuration.get(TaskManagerOptions.MEMORY_SEGMENT_SIZE).getBytes();
    return new MemorySize(buffers * segment);
  }
}
