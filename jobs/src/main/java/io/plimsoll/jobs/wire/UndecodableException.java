package io.plimsoll.jobs.wire;

/** Bytes that are no record: one line that says why. Its record is refused; the job goes on. */
public final class UndecodableException extends Exception {

  private static final long serialVersionUID = 1L;

  public UndecodableException(String line) {
    // Without a stack: poison must be as cheap as a record.
    super(line.replaceAll("\\s*[\\r\\n]+\\s*", " "), null, false, false);
  }
}
