package io.plimsoll.jobs.parameters;

/** A file of parameters that is refused; the message is the one line to show. */
public final class ParameterFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ParameterFileException(String line) {
    super(line);
  }
}
