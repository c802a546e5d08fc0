package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.summary.RunFacts;
import io.plimsoll.jobs.summary.RunSummary;
import io.plimsoll.jobs.summary.SummaryJson;
import io.plimsoll.jobs.summary.SummaryPage;
import java.io.IOException;
import java.io.PrintWriter;

/** The end of a run: files under their own names, and the summary as a file and for people. */
final class Summaries {

  private Summaries() {}

  static void publish(OutputDirectory output, RunFacts facts, PrintWriter out) throws IOException {
    output.publish();
    RunSummary summary = RunSummary.of(output.path());
    SummaryJson.write(summary, facts, output.path());
    SummaryPage.of(summary, facts, output.path()).forEach(out::println);
    out.flush();
  }
}
