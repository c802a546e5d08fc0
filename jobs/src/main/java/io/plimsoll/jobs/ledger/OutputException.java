package io.plimsoll.jobs.ledger;

import java.io.Serial;
import java.nio.file.Path;

/** An output directory that cannot be used: one line that says which and why. */
public final class OutputException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  OutputException(Path path, String why, Throwable cause) {
    super("cannot write to " + path + ": " + why, cause);
  }

  OutputException(Path path, String why) {
    super("cannot write to " + path + ": " + why);
  }
}
