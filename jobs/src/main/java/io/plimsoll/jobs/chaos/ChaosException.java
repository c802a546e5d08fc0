package io.plimsoll.jobs.chaos;

/** A run that could not be brought to its end: a line that says what was waited for in vain. */
public final class ChaosException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ChaosException(String line) {
    super(line);
  }

  ChaosException(String line, Throwable cause) {
    super(line, cause);
  }
}
