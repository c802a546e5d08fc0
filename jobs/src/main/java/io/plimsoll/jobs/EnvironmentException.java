package io.plimsoll.jobs;

/**
 * An environment in which the result would be wrong, or there would be none: one line that says
 * what is allowed.
 */
public final class EnvironmentException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public EnvironmentException(String line) {
    super(line);
  }
}
