package io.plimsoll.jobs.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.summary.RunSummary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * What {@code summary.json} says of the files beside it: enough to see that they are whole and of
 * one run.
 *
 * @param events lines of {@code margin-events.jsonl}
 * @param refused lines of {@code refused.jsonl}
 * @param firstInstant of any event or bar, if there was one
 * @param lastInstant likewise
 * @param rowsRead rows of input, refused ones included
 */
record StatedSummary(
    long events, long refused, OptionalLong firstInstant, OptionalLong lastInstant, long rowsRead) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ONE_RUN = "; allowed are the whole files of one run";

  /** Reads the whole file; one that is no JSON fails as Jackson says. */
  static StatedSummary read(Path file) throws IOException {
    JsonNode root;
    try (InputStream in = Files.newInputStream(file)) {
      root = JSON.readTree(in);
    }
    return new StatedSummary(
        number(file, root, "/events/total"),
        number(file, root, "/refused/total"),
        instant(file, root, "/firstInstant"),
        instant(file, root, "/lastInstant"),
        number(file, root, "/run/rowsRead"));
  }

  /**
   * Holds it against what the files came to. A file that was cut off between two lines, or put
   * there from another run, is whole by itself: only this finds it.
   *
   * @throws RunFilesException if they differ
   */
  void check(Path directory, RunSummary counted) {
    same(directory, OutputDirectory.MARGIN_EVENTS, counted.eventCount(), events);
    same(directory, OutputDirectory.REFUSED, counted.refusedCount(), refused);
    if (!counted.firstInstant().equals(firstInstant)
        || !counted.lastInstant().equals(lastInstant)) {
      throw new RunFilesException(
          directory.resolve(OutputDirectory.ASSET_STATES),
          "events and bars are from "
              + text(counted.firstInstant())
              + " to "
              + text(counted.lastInstant())
              + ", by summary.json from "
              + text(firstInstant)
              + " to "
              + text(lastInstant)
              + ONE_RUN);
    }
  }

  private static void same(Path directory, String name, long counted, long stated) {
    if (counted != stated) {
      throw new RunFilesException(
          directory.resolve(name), counted + " lines, by summary.json " + stated + ONE_RUN);
    }
  }

  private static String text(OptionalLong instant) {
    return instant.isPresent() ? Long.toString(instant.getAsLong()) : "nowhere";
  }

  private static OptionalLong instant(Path file, JsonNode root, String pointer) {
    return root.at(pointer).isNull()
        ? OptionalLong.empty()
        : OptionalLong.of(number(file, root, pointer));
  }

  private static long number(Path file, JsonNode root, String pointer) {
    JsonNode node = root.at(pointer);
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw new RunFilesException(
          file,
          "no whole number at " + pointer + "; allowed is what a backfill writes (docs/files.md)");
    }
    return node.longValue();
  }
}
