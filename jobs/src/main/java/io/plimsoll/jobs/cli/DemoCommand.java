package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.backfill.BackfillOptions;
import io.plimsoll.jobs.backfill.BackfillRun;
import io.plimsoll.jobs.demo.DemoMarket;
import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.jobs.summary.RunFacts;
import io.plimsoll.jobs.terminal.Expected;
import io.plimsoll.jobs.terminal.LivePicture;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plimsoll demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs the main job on a generated market that crashes.",
      "Half the value in a day, everything falling together, an oracle falling silent at the worst"
          + " moment. One JVM, no network. Draws the live picture while it runs, ends with a"
          + " summary and report.html."
    })
final class DemoCommand implements Callable<Integer> {

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "plimsoll-demo",
      description = "Where the market (data) and the results (out) go. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Option(
      names = "--accounts",
      paramLabel = "N",
      defaultValue = "" + DemoMarket.DEFAULT_ACCOUNTS,
      description = "Accounts in the market. Default: ${DEFAULT-VALUE}.")
  private int accounts;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + DemoMarket.DEFAULT_SEED,
      description = "The market is drawn from it. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Mixin private RunOptions run = new RunOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    run.check();
    if (accounts < 1) {
      throw new BadArgumentException(
          "--accounts " + accounts + " is not allowed; allowed is a whole number of at least 1");
    }
    PrintWriter err = spec.commandLine().getErr();
    Path data = out.resolve("data");
    OutputDirectory output = OutputDirectory.prepare(out.resolve("out"));
    err.println("drawing a market of " + accounts + " accounts from seed " + seed);
    err.flush();
    new DemoMarket(seed, accounts).write(data);
    RunFacts facts = run(data, output);
    Summaries.publish(output, facts, true, spec.commandLine().getOut());
    err.println();
    err.println("The market's own files are in " + data + "; the same again:");
    err.println("  ./plimsoll backfill --data " + data + " --out " + out.resolve("again"));
    err.flush();
    return 0;
  }

  private RunFacts run(Path data, OutputDirectory output) throws Exception {
    BackfillOptions options =
        new BackfillOptions(
            data,
            data.resolve("parameters.yaml"),
            output.path(),
            run.parallelism,
            0,
            BackfillOptions.FROM_THE_START,
            BackfillOptions.TO_THE_END,
            run.stateBackend,
            run.watch(),
            run.flink);
    BackfillRun backfill =
        new BackfillRun(
            options, ParameterFile.load(options.parameters()), DataDirectory.open(data), output);
    LivePicture picture =
        LivePicture.follow(
            output, new Expected(DemoMarket.FIRST_INSTANT, DemoMarket.END, accounts));
    try {
      return backfill.run(progress -> {});
    } finally {
      picture.close();
    }
  }
}
