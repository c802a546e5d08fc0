package io.plimsoll.jobs.cli;

import com.fasterxml.jackson.core.JacksonException;
import io.plimsoll.jobs.report.Report;
import io.plimsoll.jobs.report.ReportInput;
import io.plimsoll.jobs.summary.RunSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The report of a run, from the command line. */
final class Reports {

  private Reports() {}

  /**
   * Writes it.
   *
   * @throws BadArgumentException when a line of the run's files cannot be read
   */
  static void write(Path directory, RunSummary summary, Optional<ReportInput> input, Path file)
      throws IOException {
    String version = Plimsoll.class.getPackage().getImplementationVersion();
    try {
      new Report(directory, summary, input, directory.toString(), version == null ? "" : version)
          .write(file);
    } catch (JacksonException e) {
      throw new BadArgumentException(
          directory + ": " + e.getOriginalMessage() + "; allowed are the files of a run, whole");
    }
  }
}
