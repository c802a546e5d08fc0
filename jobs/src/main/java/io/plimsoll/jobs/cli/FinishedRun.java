package io.plimsoll.jobs.cli;

import com.fasterxml.jackson.core.JacksonException;
import io.plimsoll.jobs.ledger.OutputDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of a run that has ended, as somebody names them: they may be anything. */
final class FinishedRun {

  /** The summary may be missing: it is computed of the others. */
  private static final List<String> LINES =
      List.of(OutputDirectory.MARGIN_EVENTS, OutputDirectory.ASSET_STATES, OutputDirectory.REFUSED);

  /** Something that reads them. */
  interface Reading<T> {
    T read() throws IOException;
  }

  private FinishedRun() {}

  /**
   * Reads files of a run.
   *
   * @throws BadArgumentException when one is not there, or a line of it is not whole
   */
  static <T> T read(Path directory, Reading<T> reading) throws IOException {
    for (String name : LINES) {
      Path file = directory.resolve(name);
      if (!Files.exists(file)) {
        throw new BadArgumentException(
            file + " is not there; allowed is the directory of a run that has ended");
      }
    }
    try {
      return reading.read();
    } catch (JacksonException e) {
      throw new BadArgumentException(
          directory
              + ": "
              + e.getOriginalMessage()
              + (e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr())
              + "; allowed are the files of a run, whole");
    }
  }
}
