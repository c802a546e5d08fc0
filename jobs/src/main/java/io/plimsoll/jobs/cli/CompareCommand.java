package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.compare.Comparison;
import io.plimsoll.jobs.compare.ComparisonJson;
import io.plimsoll.jobs.compare.ComparisonPage;
import io.plimsoll.jobs.compare.RunOutcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plimsoll compare}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows what a change of parameters would have done: two backfills of one history, side by"
          + " side.",
      "Accounts called, liquidatable and insolvent, value at risk, bad debt, what liquidators were"
          + " offered, how long accounts were warned, and who fared otherwise. docs/compare.md says"
          + " what is counted."
    })
final class CompareCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "A", description = "Output directory of one backfill.")
  private Path a;

  @Parameters(
      index = "1",
      paramLabel = "B",
      description = "Output directory of the other, of the same history with other parameters.")
  private Path b;

  @Option(names = "--json", description = "As one JSON object, with all accounts by name.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Comparison comparison = Comparison.of(RunOutcome.read(a), RunOutcome.read(b));
    if (!comparison.isOfOneHistory()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          "the histories differ: "
              + comparison.a().rowsRead()
              + " rows were read for A, "
              + comparison.b().rowsRead()
              + " for B; what follows is not of the parameters alone");
      err.flush();
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      new PrintedJson<Comparison>(out, ComparisonJson::write).accept(comparison);
    } else {
      ComparisonPage.of(comparison).forEach(out::println);
    }
    out.flush();
    return 0;
  }
}
