package io.plimsoll.benchmarks.cli;

import io.plimsoll.benchmarks.engine.RunSpec;
import io.plimsoll.jobs.cli.BadArgumentException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What every measured run can be told. */
final class RunOptions {

  @Option(
      names = "--runs",
      paramLabel = "R",
      defaultValue = "1",
      description =
          "Runs of each engine, in turn, each of which loads anew. Default: ${DEFAULT-VALUE}.")
  int runs;

  @Option(
      names = "--windows",
      paramLabel = "W",
      defaultValue = "1",
      description = {
        "Windows of each run, measured one after the other once the accounts are loaded, each as long"
            + " as --ticks and --max-seconds say and one tick at least. The median over windows and"
            + " runs is reported. Default: ${DEFAULT-VALUE}."
      })
  int windows;

  @Option(
      names = "--cache",
      paramLabel = "C",
      converter = CountConverter.class,
      description = "Accounts that the margin watch keeps ready. Default: its own.")
  private Long cache;

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "Any Flink option, such as -D taskmanager.memory.managed.size=2g.")
  Map<String, String> flink = new LinkedHashMap<>();

  int cache() {
    return cache == null ? RunSpec.DEFAULT_CACHE : Math.toIntExact(cache);
  }

  /** Refuses what cannot be run. */
  void check() {
    if (cache != null && (cache < 1 || cache > Integer.MAX_VALUE)) {
      throw new BadArgumentException(
          "--cache " + cache + " is not allowed; allowed is 1 to " + Integer.MAX_VALUE);
    }
    if (runs < 1) {
      throw new BadArgumentException("--runs " + runs + " is not allowed; allowed is 1 or more");
    }
    if (windows < 1) {
      throw new BadArgumentException(
          "--windows " + windows + " is not allowed; allowed is 1 or more");
    }
  }
}
