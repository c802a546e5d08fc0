package io.plimsoll.jobs.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/**
 * A command as somebody typed it, and what came of it.
 *
 * @param code exit code
 * @param out lines on stdout
 * @param err lines on stderr, but for those of progress
 */
public record CommandLineRun(int code, List<String> out, List<String> err) {

  /** Runs it in this process. */
  public static CommandLineRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Plimsoll.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    int code = command.execute(arguments);
    return new CommandLineRun(
        code,
        out.toString().lines().toList(),
        err.toString().lines().filter(line -> !line.contains(" rows/s")).toList());
  }
}
