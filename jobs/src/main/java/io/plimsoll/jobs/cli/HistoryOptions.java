package io.plimsoll.jobs.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.book.History;
import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.jobs.summary.SummaryJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the history of a run is: where a command is told, else where the run has read it. */
final class HistoryOptions {

  private static final String PARAMETERS = "parameters.yaml";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Of the history that the run has read. Default: where it was then.")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--parameters",
      paramLabel = "FILE",
      description =
          "Risk parameters of the run or monitor. Default, of a run: where they were then.")
  private Optional<Path> parameters = Optional.empty();

  /** The file of risk parameters, if the command is told. */
  Optional<Path> parameters() {
    return parameters;
  }

  /**
   * Opens it, if it is there.
   *
   * @param directory of the run's files
   * @return nothing when it is not told, and no longer where it was; what is told must be there
   */
  Optional<History> find(Path directory) throws IOException {
    Optional<Path> history = data.or(() -> noted(directory, SummaryJson.DATA));
    Optional<Path> told = parameters.or(() -> data.map(given -> given.resolve(PARAMETERS)));
    Optional<Path> file = told.or(() -> noted(directory, SummaryJson.PARAMETERS));
    if (isGone(history, data) || isGone(file, told)) {
      return Optional.empty();
    }
    return Optional.of(
        new History(
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
