package io.plimsoll.benchmarks.cli;

/** An argument that is not allowed: one line that says what is. */
final class BadArgumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadArgumentException(String line) {
    super(line);
  }
}
