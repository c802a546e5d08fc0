package io.plimsoll.jobs.restore;

import org.apache.flink.configuration.StateRecoveryOptions;

/** A savepoint that a job cannot go on from: one line that names it and says what is allowed. */
public final class SavepointException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SavepointException(String place, String what) {
    super(line(place, what));
  }

  SavepointException(String place, String what, Throwable cause) {
    super(line(place, what), cause);
  }

  private static String line(String place, String what) {
    return (StateRecoveryOptions.SAVEPOINT_PATH.key() + ": " + place + ' ' + what)
        .replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }
}
