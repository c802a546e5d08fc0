package io.plimsoll.jobs.parameters;

import java.util.Optional;

/** A duration as parameters write it, for whoever else is given one. */
public final class ParameterDuration {

  private static final DurationNotation NOTATION = new DurationNotation(true);

  /** What is allowed, for people. */
  public static final String ALLOWED = NOTATION.allowed();

  private ParameterDuration() {}

  /** Milliseconds, if the text is a duration of at least 0. */
  public static Optional<Long> parse(String text) {
    return NOTATION.read(text);
  }
}
