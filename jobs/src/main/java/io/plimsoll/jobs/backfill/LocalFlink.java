package io.plimsoll.jobs.backfill;

import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink for one run: a cluster of one JVM. */
final class LocalFlink {

  /** Names the directory of Flink's {@code config.yaml}; the launcher sets it. */
  private static final String CONFIGURATION = "plimsoll.conf";

  private LocalFlink() {}

  /** An environment for the options: the configuration file, what the run was told, {@code -D}. */
  static StreamExecutionEnvironment environment(BackfillOptions options) {
    String directory = System.getProperty(CONFIGURATION);
    Configuration configuration =
        directory == null ? new Configuration() : GlobalConfiguration.loadConfiguration(directory);
    configuration.set(CoreOptions.DEFAULT_PARALLELISM, options.parallelism());
    configuration.set(TaskManagerOptions.NUM_TASK_SLOTS, options.parallelism());
    configuration.set(PipelineOptions.GENERIC_TYPES, false); // no Kryo, nowhere
    configuration.set(StateBackendOptions.STATE_BACKEND, options.stateBackend().optionValue());
    for (Map.Entry<String, String> option : options.flink().entrySet()) {
      configuration.setString(option.getKey(), option.getValue());
    }
    return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
  }
}
