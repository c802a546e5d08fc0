package io.plimsoll.jobs.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.backfill.BackfillOptions;
import io.plimsoll.jobs.backfill.BackfillRun;
import io.plimsoll.jobs.backfill.StateBackend;
import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.jobs.watch.WatchOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a history comes to by a backfill, which knows neither topics nor faults.
 *
 * @param out directory for its files
 */
record Backfilled(Path out) {

  private static final ObjectMapper JSON = new ObjectMapper();

  History run(Path data) throws Exception {
    OutputDirectory output = OutputDirectory.prepare(out);
    BackfillOptions options =
        new BackfillOptions(
            data,
            data.resolve("parameters.yaml"),
            output.path(),
            2,
            0,
            BackfillOptions.FROM_THE_START,
            BackfillOptions.TO_THE_END,
            StateBackend.HASHMAP,
            WatchOptions.DEFAULTS,
            Map.of());
    new BackfillRun(
            options, ParameterFile.load(options.parameters()), DataDirectory.open(data), output)
        .run(progress -> {});
    output.publish();
    List<String> events = Files.readAllLines(output.published(OutputDirectory.MARGIN_EVENTS));
    long[] instants = new long[events.size()];
    for (int i = 0; i < instants.length; i++) {
      instants[i] = JSON.readTree(events.get(i)).path("instant").asLong();
    }
    return History.of(data, events, instants);
  }
}
