package io.plimsoll.jobs.wire;

/**
 * A schema registry that does not answer, will not have what it is given, or cannot be spoken to as
 * told: one line that says why. No record's fault: the job fails and is restarted.
 */
public final class RegistryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RegistryException(String line) {
    // What caused it is in the line: the innermost cause is what people are shown, and that of a
    // connection has no words.
    super(line.replaceAll("\\s*[\\r\\n]+\\s*", " "));
  }
}
