package io.plimsoll.jobs.backfill;

import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.parameters.ParameterFile;
import java.nio.file.Path;
import java.util.Map;

/** Backfills as tests run them: on the mini cluster of the test class, if it has one. */
final class Backfills {

  private Backfills() {}

  static void run(Path data, Path out, int parallelism, StateBackend backend, long latenessMs)
      throws Exception {
    run(data, out, parallelism, backend, latenessMs, Map.of());
  }

  static void run(
      Path data,
      Path out,
      int parallelism,
      StateBackend backend,
      long latenessMs,
      Map<String, String> flink)
      throws Exception {
    BackfillOptions options =
        new BackfillOptions(
            data,
            data.resolve("parameters.yaml"),
            out,
            parallelism,
            latenessMs,
            BackfillOptions.FROM_THE_START,
            BackfillOptions.TO_THE_END,
            backend,
            flink);
    OutputDirectory output = OutputDirectory.prepare(out);
    new BackfillRun(
            options, ParameterFile.load(options.parameters()), DataDirectory.open(data), output)
        .run(progress -> {});
    output.publish();
  }
}
