package io.plimsoll.jobs.backfill;

import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.jobs.summary.RunFacts;
import io.plimsoll.jobs.watch.WatchOptions;
import java.nio.file.Path;
import java.util.Map;

/** Backfills as tests run them: on the mini cluster of the test class, if it has one. */
public final class Backfills {

  private Backfills() {}

  public static RunFacts run(
      Path data, Path out, int parallelism, StateBackend backend, long latenessMs)
      throws Exception {
    return run(data, out, parallelism, backend, latenessMs, Map.of());
  }

  static RunFacts run(
      Path data,
      Path out,
      int parallelism,
      StateBackend backend,
      long latenessMs,
      Map<String, String> flink)
      throws Exception {
    return run(data, out, parallelism, backend, WatchOptions.DEFAULTS, latenessMs, flink);
  }

  static RunFacts run(
      Path data,
      Path out,
      int parallelism,
      StateBackend backend,
      WatchOptions watch,
      long latenessMs,
      Map<String, String> flink)
      throws Exception {
    return run(
        new BackfillOptions(
            data,
            data.resolve("parameters.yaml"),
            out,
            parallelism,
            latenessMs,
            BackfillOptions.FROM_THE_START,
            BackfillOptions.TO_THE_END,
            backend,
            watch,
            flink));
  }

  /** A range of it: what lies before is applied and not written, what lies after is not read. */
  public static RunFacts run(Path data, Path out, long from, long to, long latenessMs)
      throws Exception {
    return run(
        new BackfillOptions(
            data,
            data.resolve("parameters.yaml"),
            out,
            2,
            latenessMs,
            from,
            to,
            StateBackend.HASHMAP,
            WatchOptions.DEFAULTS,
            Map.of()));
  }

  private static RunFacts run(BackfillOptions options) throws Exception {
    OutputDirectory output = OutputDirectory.prepare(options.out());
    RunFacts facts =
        new BackfillRun(
                options,
                ParameterFile.load(options.parameters()),
                DataDirectory.open(options.data()),
                output)
            .run(progress -> {});
    output.publish();
    return facts;
  }
}
