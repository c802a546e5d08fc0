package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.backfill.BackfillOptions;
import io.plimsoll.jobs.backfill.BackfillRun;
import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.jobs.summary.RunFacts;
import io.plimsoll.risk.parameters.RiskParameters;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plimsoll backfill}. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs history through the pipeline: files in, margin events out.",
      "Reads quotes*, candles*, indices*, stress*, accounts* and positions* (.csv, .csv.gz, .avro,"
          + " .parquet) and parameters.yaml; docs/files.md has their columns. Writes"
          + " margin-events.jsonl, asset-states.jsonl, refused.jsonl, summary.json and report.html; a"
          + " file under its own name is whole."
    })
final class BackfillCommand implements Callable<Integer> {

  private static final String PARAMETERS = "parameters.yaml";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Directory of the input files.")
  private Path data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Directory of the output files; made if need be. Earlier outputs are replaced.")
  private Path out;

  @Option(
      names = "--parameters",
      paramLabel = "FILE",
      description = "Risk parameters. Default: " + PARAMETERS + " in the data directory.")
  private Optional<Path> parameters = Optional.empty();

  @Option(
      names = "--max-lateness",
      paramLabel = "DURATION",
      defaultValue = "0",
      converter = DurationConverter.class,
      description = {
        "How far a row may stand behind the latest one before it in its file (such as 30s).",
        "Default: 0, files in time order."
      })
  private long maxLateness;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = {
        "First instant that is written. Earlier ones are applied all the same, so that what is",
        "written is what the whole history says of it."
      })
  private Optional<Long> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "Last instant that is read.")
  private Optional<Long> to = Optional.empty();

  @Option(
      names = "--no-report",
      description = "No report.html, which takes a look at all accounts a hundred times.")
  private boolean noReport;

  @Mixin private RunOptions run = new RunOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    BackfillOptions options =
        new BackfillOptions(
            data,
            parameters.orElse(data.resolve(PARAMETERS)),
            out,
            run.parallelism,
            maxLateness,
            from.orElse(BackfillOptions.FROM_THE_START),
            to.orElse(BackfillOptions.TO_THE_END),
            run.stateBackend,
            run.watch(),
            run.flink);
    refuseToOverwriteInput(options);
    // From here on, whatever goes wrong, no file may be taken for the result of this run.
    OutputDirectory.withdraw(options.out());
    run.check();
    if (options.from() > options.to()) {
      throw new BadArgumentException("--from is after --to: nothing would be written");
    }
    PrintWriter err = spec.commandLine().getErr();
    // Everything that can be known to be wrong is refused before anything is written.
    DataDirectory input = DataDirectory.open(options.data());
    input.passedOver().forEach(name -> err.println("passed over, no known format: " + name));
    RiskParameters risk = ParameterFile.load(options.parameters());
    if (risk.onPaper() && from.isPresent()) {
      throw new BadArgumentException(
          "--from would leave out liquidations on paper that what is written rests on; allowed is"
              + " execution: NONE, or the whole history");
    }
    OutputDirectory output = OutputDirectory.prepare(options.out());
    ProgressLine progress = new ProgressLine(err);
    RunFacts facts = new BackfillRun(options, risk, input, output).run(progress::show);
    progress.end();
    Summaries.publish(output, facts, !noReport, spec.commandLine().getOut());
    return 0;
  }

  /** Outputs have names of their own, but a slip should not put them among the inputs. */
  private static void refuseToOverwriteInput(BackfillOptions options) throws IOException {
    if (Files.isDirectory(options.data())
        && Files.isDirectory(options.out())
        && Files.isSameFile(options.data(), options.out())) {
      throw new BadArgumentException("--out is the data directory; allowed is another one");
    }
  }
}
