package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.Causes;
import io.plimsoll.jobs.EnvironmentException;
import io.plimsoll.jobs.cluster.ClusterException;
import io.plimsoll.jobs.cluster.ServerException;
import io.plimsoll.jobs.codec.StateException;
import io.plimsoll.jobs.compare.RunFilesException;
import io.plimsoll.jobs.files.InputException;
import io.plimsoll.jobs.kafka.BrokerException;
import io.plimsoll.jobs.ledger.OutputException;
import io.plimsoll.jobs.options.OptionException;
import io.plimsoll.jobs.parameters.ParameterFileException;
import io.plimsoll.jobs.rest.JobException;
import io.plimsoll.jobs.restore.SavepointException;
import io.plimsoll.jobs.wire.RegistryException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The main command. */
@Command(
    name = "plimsoll",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Streaming collateralization-ratio management on Apache Flink:",
      "watches every leveraged account and says, exactly and at once, when one crosses its line."
    },
    footer = {
      "",
      "  bench     Measures what it costs: see plimsoll bench --help.",
      "",
      "Exit codes: 0 done; 2 bad arguments or input, told in one line; 1 anything else.",
      "Progress goes to stderr, results to stdout or to files."
    },
    subcommands = {
      DemoCommand.class,
      BackfillCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      MonitorCommand.class,
      AlertsCommand.class,
      DigestCommand.class,
      FeedCommand.class,
      EventsCommand.class,
      AccountCommand.class,
      MapCommand.class,
      ConsoleCommand.class,
      RefusedCommand.class,
      UpCommand.class,
      StatusCommand.class,
      DownCommand.class,
      SubmitCommand.class,
      ChaosCommand.class
    })
public final class Plimsoll implements Runnable {

  static final int BAD_INPUT = 2;
  static final int FAILED = 1;

  private static final Logger LOG = LoggerFactory.getLogger(Plimsoll.class);

  @Spec private CommandSpec spec;

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    // Results have one encoding, that of the files, whatever the terminal's.
    PrintWriter out =
        new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
    System.exit(commandLine().setOut(out).execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine line = commandLine(new Plimsoll());
    // What follows the name of a job is the job's.
    line.getSubcommands().get("submit").setStopAtPositional(true);
    return line;
  }

  /** A command line that tells what goes wrong in one line. */
  static CommandLine commandLine(Object command) {
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Plimsoll::badArguments)
        .setExecutionExceptionHandler(Plimsoll::failed);
  }

  /** Without a command there is nothing to do but to say which there are. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "a command is missing: demo, backfill, report, compare, monitor, alerts, feed, events,"
            + " account, map, refused, up, status, down, submit or chaos");
  }

  private static int badArguments(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    complain(command.getErr(), command, e.getMessage() + "; see " + help(command));
    return BAD_INPUT;
  }

  private static int failed(Exception e, CommandLine command, ParseResult parsed) {
    LOG.error("{} failed", command.getCommandName(), e);
    Optional<String> input = inputError(e);
    if (input.isPresent()) {
      complain(command.getErr(), command, input.get());
      return BAD_INPUT;
    }
    if (e instanceof ServerException) {
      complain(command.getErr(), command, e.getMessage());
      return FAILED;
    }
    complain(
        command.getErr(),
        command,
        "failed: "
            + rootCause(e)
            + "; the log says more: "
            + System.getProperty("plimsoll.log", "flink-conf/log4j-local.properties says where"));
    return FAILED;
  }

  /** The one line that names what in the input is wrong, if that is what is wrong. */
  private static Optional<String> inputError(Exception e) {
    if (e instanceof ParameterFileException
        || e instanceof OutputException
        || e instanceof EnvironmentException
        || e instanceof OptionException
        || e instanceof SavepointException
        || e instanceof BrokerException
        || e instanceof RegistryException
        || e instanceof JobException
        || e instanceof ClusterException
        || e instanceof RunFilesException
        || e instanceof BadArgumentException) {
      return Optional.of(e.getMessage());
    }
    return InputException.messageIn(e)
        .or(() -> StateException.messageIn(e))
        .or(() -> BrokerException.messageIn(e));
  }

  private static String rootCause(Throwable e) {
    Throwable root = Causes.root(e);
    String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    return root.getClass().getSimpleName() + ": " + message;
  }

  private static String help(CommandLine command) {
    return command.getCommandSpec().qualifiedName() + " --help";
  }

  private static void complain(PrintWriter err, CommandLine command, String line) {
    err.println(
        command.getCommandSpec().qualifiedName() + ": " + line.lines().findFirst().orElse(""));
    err.flush();
  }
}
