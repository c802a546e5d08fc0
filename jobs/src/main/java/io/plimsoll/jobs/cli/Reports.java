package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.book.History;
import io.plimsoll.jobs.report.Report;
import io.plimsoll.jobs.summary.RunSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The report of a run, from the command line. */
final class Reports {

  private Reports() {}

  static void write(Path directory, RunSummary summary, Optional<History> input, Path file)
      throws IOException {
    String version = Plimsoll.class.getPackage().getImplementationVersion();
    new Report(directory, summary, input, directory.toString(), version == null ? "" : version)
        .write(file);
  }
}
