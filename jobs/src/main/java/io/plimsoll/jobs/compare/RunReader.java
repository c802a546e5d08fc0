package io.plimsoll.jobs.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.readback.JsonLinesFile;
import io.plimsoll.jobs.readback.LineForm;
import io.plimsoll.jobs.summary.RunSummary;
import io.plimsoll.jobs.summary.Tally;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the files of one run, and believes none of them. */
final class RunReader {

  private static final String ALLOWED = "; allowed is the --out directory of a finished backfill";
  private static final String A_LINE = "; allowed is what a backfill writes (docs/files.md)";

  private static final String END_OF_FILE = "Unexpected end-of-input";

  private final Path directory;
  private final Tally tally = new Tally();
  private final Totals totals = new Totals();
  private final Map<String, Course> courses = new HashMap<>();

  RunReader(Path directory) {
    this.directory = directory;
  }

  RunOutcome read() throws IOException {
    checkThatItIsAllThere();
    StatedSummary stated = stated();
    CheckedLines form = new CheckedLines();
    lines(OutputDirectory.MARGIN_EVENTS, form::event, this::count);
    lines(OutputDirectory.ASSET_STATES, form::state, tally::count);
    lines(OutputDirectory.REFUSED, form::refused, tally::count);
    RunSummary summary = tally.summary();
    stated.check(directory, summary);
    Map<String, Outcome> outcomes = new HashMap<>();
    courses.forEach((account, course) -> outcomes.put(account, course.outcome()));
    return new RunOutcome(
        directory, stated.rowsRead(), summary, totals.liquidations(), totals.warnings(), outcomes);
  }

  private void checkThatItIsAllThere() {
    if (!Files.exists(directory)) {
      throw new RunFilesException(directory, "no such directory" + ALLOWED);
    }
    if (!Files.isDirectory(directory)) {
      throw new RunFilesException(directory, "not a directory" + ALLOWED);
    }
    for (String name : OutputDirectory.RESULTS) {
      if (!Files.isRegularFile(directory.resolve(name))) {
        throw new RunFilesException(directory, "no " + name + ALLOWED);
      }
    }
  }

  private void count(EventLine event) {
    courses
        .computeIfAbsent(event.account(), name -> new Course())
        .count(event, tally.count(event), totals);
  }

  private StatedSummary stated() throws IOException {
    Path file = directory.resolve(OutputDirectory.SUMMARY);
    try {
      return StatedSummary.read(file);
    } catch (JsonProcessingException e) {
      throw notWhole(file, e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private <T> void lines(String name, LineForm<T> form, Consumer<T> rows) throws IOException {
    Path file = directory.resolve(name);
    try {
      new JsonLinesFile<>(file, form).readAll(rows);
    } catch (JsonProcessingException e) {
      throw notWhole(file, e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static RunFilesException notWhole(Path file, JsonProcessingException e) {
    String said = e.getOriginalMessage();
    // Not all of the parser's ends of file are of one type, but all say so.
    String what = said.startsWith(END_OF_FILE) ? "the file ends within this line" : said;
    return new RunFilesException(file, e.getLocation().getLineNr(), what + A_LINE, e);
  }

  /** What is wrong with the file, if it is that and not the machine. */
  private static RuntimeException unreadable(Path file, IOException e) throws IOException {
    if (e instanceof CharConversionException) {
      return new RunFilesException(file, "not UTF-8" + A_LINE);
    }
    if (e instanceof AccessDeniedException) {
      return new RunFilesException(file, "no permission; allowed is a file that can be read");
    }
    throw e;
  }
}
