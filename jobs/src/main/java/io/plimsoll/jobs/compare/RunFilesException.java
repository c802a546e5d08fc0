package io.plimsoll.jobs.compare;

import java.io.Serial;
import java.nio.file.Path;

/**
 * Files that are not what a run leaves behind: one line that says where, what is there, and what is
 * allowed.
 */
public final class RunFilesException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  RunFilesException(Path place, String what) {
    super(oneLine(place + ": " + what));
  }

  RunFilesException(Path file, long line, String what, Throwable cause) {
    super(oneLine(file + ":" + line + ": " + what), cause);
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }
}
