package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.Pipeline;
import io.plimsoll.jobs.backfill.StateBackend;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What every run in one JVM can be told. */
final class RunOptions {

  @Option(
      names = {"-p", "--parallelism"},
      paramLabel = "N",
      defaultValue = "2",
      description =
          "Subtasks of each keyed stage; the result is the same. Default: ${DEFAULT-VALUE}.")
  int parallelism;

  @Option(
      names = "--state-backend",
      paramLabel = "NAME",
      defaultValue = "ROCKSDB",
      description = "${COMPLETION-CANDIDATES}; the result is the same. Default: ${DEFAULT-VALUE}.")
  StateBackend stateBackend;

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "Any Flink option, such as -D taskmanager.memory.managed.size=2g.")
  Map<String, String> flink = new LinkedHashMap<>();

  /** Refuses what cannot be run. */
  void check() {
    if (parallelism < 1 || parallelism > Pipeline.MAX_PARALLELISM) {
      throw new BadArgumentException(
          "--parallelism "
              + parallelism
              + " is not allowed; allowed is a whole number from 1 to "
              + Pipeline.MAX_PARALLELISM);
    }
  }
}
