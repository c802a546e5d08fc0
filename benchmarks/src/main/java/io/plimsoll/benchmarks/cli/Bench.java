package io.plimsoll.benchmarks.cli;

import io.plimsoll.benchmarks.pipeline.PipelineCommand;
import io.plimsoll.jobs.cli.BadArgumentException;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code plimsoll bench}. */
@Command(
    name = "plimsoll bench",
    mixinStandardHelpOptions = true,
    description = "What it costs, measured side by side with how the same is done elsewhere.",
    footer = {
      "",
      "Exit codes: 0 done; 2 bad arguments, told in one line; 1 anything else, engines that"
          + " disagree and a soak that is not flat among it.",
      "Progress goes to stderr, results to stdout. PLIMSOLL_JVM_OPTS goes to every engine."
    },
    subcommands = {
      AllCommand.class,
      WatchCommand.class,
      ScaleCommand.class,
      PipelineCommand.class,
      LatencyCommand.class,
      SoakCommand.class,
      MicroCommand.class
    })
public final class Bench implements Runnable {

  static final int BAD_ARGUMENTS = 2;
  static final int FAILED = 1;

  private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

  @Spec private CommandSpec spec;

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Bench())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Bench::badArguments)
        .setExecutionExceptionHandler(Bench::failed);
  }

  /** Without a command there is nothing to do but to say which there are. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "a command is missing: " + String.join(" or ", spec.subcommands().keySet()));
  }

  private static int badArguments(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    String help = command.getCommandSpec().qualifiedName() + " --help";
    complain(command, e.getMessage() + "; see " + help);
    return BAD_ARGUMENTS;
  }

  private static int failed(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof BadArgumentException) {
      complain(command, e.getMessage());
      return BAD_ARGUMENTS;
    }
    LOG.error("{} failed", command.getCommandName(), e);
    complain(command, "failed: " + e.getMessage());
    return FAILED;
  }

  private static void complain(CommandLine command, String line) {
    PrintWriter err = command.getErr();
    err.println(
        command.getCommandSpec().qualifiedName() + ": " + line.lines().findFirst().orElse(""));
    err.flush();
  }
}
