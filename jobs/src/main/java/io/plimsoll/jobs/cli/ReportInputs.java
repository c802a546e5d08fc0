package io.plimsoll.jobs.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.jobs.report.ReportInput;
import io.plimsoll.jobs.summary.SummaryJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a report finds the history of its run: where it is told, else where the run has read. */
final class ReportInputs {

  private static final String PARAMETERS = "parameters.yaml";

  private ReportInputs() {}

  /**
   * Opens it, if it is there.
   *
   * @param directory of the run's files
   * @param data told; what is told must be there
   * @param parameters likewise
   * @return nothing when it is not told, and no longer where it was
   */
  static Optional<ReportInput> find(Path directory, Optional<Path> data, Optional<Path> parameters)
      throws IOException {
    Optional<Path> history = data.or(() -> noted(directory, SummaryJson.DATA));
    Optional<Path> told = parameters.or(() -> data.map(given -> given.resolve(PARAMETERS)));
    Optional<Path> file = told.or(() -> noted(directory, SummaryJson.PARAMETERS));
    if (isGone(history, data) || isGone(file, told)) {
      return Optional.empty();
    }
    return Optional.of(
        new ReportInput(
            DataDirectory.open(history.get()),
            ParameterFile.load(file.get()),
            Files.readString(file.get())));
  }

  private static boolean isGone(Optional<Path> found, Optional<Path> told) {
    return told.isEmpty() && found.filter(Files::exists).isEmpty();
  }

  private static Optional<Path> noted(Path directory, String key) {
    Path summary = directory.resolve(OutputDirectory.SUMMARY);
    try {
      JsonNode run = new ObjectMapper().readTree(summary.toFile()).path(SummaryJson.RUN);
      return run.hasNonNull(key) ? Optional.of(Path.of(run.get(key).asText())) : Optional.empty();
    } catch (IOException none) {
      return Optional.empty();
    }
  }
}
