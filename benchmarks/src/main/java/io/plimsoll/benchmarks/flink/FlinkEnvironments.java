package io.plimsoll.benchmarks.flink;

import io.plimsoll.benchmarks.engine.RunSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink in this JVM, one subtask, configured as the launcher's other runs are. */
final class FlinkEnvironments {

  private static final String CONFIGURATION = "plimsoll.conf";
  private static final String LOCAL_ROCKSDB = "state.backend.rocksdb.localdir";
  private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(1);

  private FlinkEnvironments() {}

  /** An environment that starts from nothing. */
  static StreamExecutionEnvironment fresh(RunSpec spec, String backend, Path scratch) {
    return StreamExecutionEnvironment.getExecutionEnvironment(
        configuration(spec, backend, scratch));
  }

  /** An environment that starts from a savepoint. */
  static StreamExecutionEnvironment restored(
      RunSpec spec, String backend, Path scratch, String savepoint) {
    Configuration configuration = configuration(spec, backend, scratch);
    configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
    return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
  }

  private static Configuration configuration(RunSpec spec, String backend, Path scratch) {
    String directory = System.getProperty(CONFIGURATION);
    Configuration configuration =
        directory == null ? new Configuration() : GlobalConfiguration.loadConfiguration(directory);
    configuration.set(CoreOptions.DEFAULT_PARALLELISM, 1);
    configuration.set(TaskManagerOptions.NUM_TASK_SLOTS, 1);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true); // all that passes is immutable
    configuration.set(ExecutionOptions.BUFFER_TIMEOUT, BUFFER_TIMEOUT);
    configuration.set(StateBackendOptions.STATE_BACKEND, backend);
    configuration.setString(LOCAL_ROCKSDB, scratch.resolve("rocksdb").toString());
    configuration.set(CoreOptions.TMP_DIRS, scratch.resolve("tmp").toString());
    configuration.setString(
        "metrics.reporter.bench.factory.class", GaugeTap.Factory.class.getName());
    configuration.setString(
        "traces.reporter.bench.factory.class", CheckpointTap.Factory.class.getName());
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none"); // it would count twice
    configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    configuration.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        scratch.resolve("checkpoints").toUri().toString());
    configuration.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    if (spec.checkpointIntervalMs() != RunSpec.NO_CHECKPOINTS) {
      configuration.set(
          CheckpointingOptions.CHECKPOINTING_INTERVAL,
          Duration.ofMillis(spec.checkpointIntervalMs()));
    }
    for (Map.Entry<String, String> option : spec.flink().entrySet()) {
      configuration.setString(option.getKey(), option.getValue());
    }
    return configuration;
  }
}
