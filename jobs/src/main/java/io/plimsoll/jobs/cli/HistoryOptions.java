package io.plimsoll.jobs.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.book.History;
import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.jobs.summary.SummaryJson;
import io.plimsoll.risk.parameters.RiskParameters;
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
    DataDirectory input = DataDirectory.open(history.get());
    RiskParameters risk = ParameterFile.load(file.get());
    requireSameExecution(directory, risk, file.get());
    return Optional.of(new History(input, risk, Files.readString(file.get())));
  }

  /** With others, accounts would be shown as they never were, and nobody told. */
  private static void requireSameExecution(Path directory, RiskParameters risk, Path file) {
    Optional<JsonNode> summary = summary(directory);
    if (summary.isPresent() && summary.get().has(SummaryJson.EXECUTION) != risk.onPaper()) {
      throw new BadArgumentException(
          file
              + ": execution is "
              + risk.execution()
              + (risk.onPaper() ? ", and the run was not on paper" : ", and the run was on paper")
              + "; allowed are the parameters of the run");
    }
  }

  private static boolean isGone(Optional<Path> found, Optional<Path> told) {
    return told.isEmpty() && found.filter(Files::exists).isEmpty();
  }

  private static Optional<Path> noted(Path directory, String key) {
    return summary(directory)
        .map(summary -> summary.path(SummaryJson.RUN))
        .filter(run -> run.hasNonNull(key))
        .map(run -> Path.of(run.get(key).asText()));
  }

  private static Optional<JsonNode> summary(Path directory) {
    try {
      return Optional.of(
          new ObjectMapper().readTree(directory.resolve(OutputDirectory.SUMMARY).toFile()));
    } catch (IOException none) {
      return Optional.empty();
    }
  }
}
