package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.book.History;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.summary.RunFacts;
import io.plimsoll.jobs.summary.RunSummary;
import io.plimsoll.jobs.summary.SummaryJson;
import io.plimsoll.jobs.summary.SummaryPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/** The end of a run: files under their own names, and the summary as a file and for people. */
final class Summaries {

  private Summaries() {}

  /**
   * Publishes them.
   *
   * @param report whether there is to be one
   */
  static void publish(OutputDirectory output, RunFacts facts, boolean report, PrintWriter out)
      throws IOException {
    output.publish();
    RunSummary summary = RunSummary.of(output.path());
    SummaryJson.write(summary, facts, output.path());
    if (report) {
      Optional<History> input = new HistoryOptions().find(output.path());
      Reports.write(output.path(), summary, input, output.published(OutputDirectory.REPORT));
    }
    SummaryPage.of(summary, facts, output.path()).forEach(out::println);
    out.flush();
  }
}
