package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.Pipeline;
import io.plimsoll.jobs.backfill.StateBackend;
import io.plimsoll.jobs.watch.WatchOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
      names = "--finder",
      paramLabel = "NAME",
      defaultValue = "WHEEL",
      description = {
        "How accounts to judge are found, ${COMPLETION-CANDIDATES}: those that could have crossed a"
            + " line, or every holder of what moved, far slower; the result is the same. Default:"
            + " ${DEFAULT-VALUE}."
      })
  WatchOptions.Finder finder;

  @Option(
      names = "--cache",
      paramLabel = "N",
      defaultValue = "65536",
      description = {
        "Accounts that each subtask keeps ready to be judged, some kilobyte of heap each; as many as"
            + " stand near their line is best. Default: ${DEFAULT-VALUE}."
      })
  void keepReady(int accounts) {
    if (accounts < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "--cache " + accounts + " is not allowed; allowed is a whole number of at least 1");
    }
    cache = accounts;
  }

  private int cache;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "Any Flink option, such as -D taskmanager.memory.managed.size=2g.")
  Map<String, String> flink = new LinkedHashMap<>();

  WatchOptions watch() {
    return WatchOptions.DEFAULTS.withFinder(finder).withCachedAccounts(cache);
  }

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
