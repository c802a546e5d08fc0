package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.book.History;
import io.plimsoll.jobs.report.Report;
import io.plimsoll.jobs.summary.RunSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plimsoll report}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes report.html of what a demo or backfill has written: one file that opens offline.",
      "With the history at hand it also has all accounts by health factor, the liquidation map and"
          + " what each decision was made of; where it was is in summary.json."
    })
final class ReportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "Of the files that the run has written.")
  private Path directory;

  @Mixin private HistoryOptions history = new HistoryOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where it goes. Default: " + Report.FILE + " in DIR.")
  private Optional<Path> out = Optional.empty();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    RunSummary summary = FinishedRun.read(directory, () -> RunSummary.of(directory));
    Optional<History> input = history.find(directory);
    if (input.isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          "the history is not where the run has read it: the report does without; --data says where"
              + " it is");
      err.flush();
    }
    Path file = out.orElse(directory.resolve(Report.FILE));
    Reports.write(directory, summary, input, file);
    PrintWriter result = spec.commandLine().getOut();
    result.println(file);
    result.flush();
    return 0;
  }
}
