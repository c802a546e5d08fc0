package io.plimsoll.jobs.cli;

/** An argument that is not allowed: one line that says what is. */
public final class BadArgumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BadArgumentException(String line) {
    super(line);
  }
}
