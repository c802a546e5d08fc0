package io.plimsoll.jobs.intake;

import java.util.Optional;

/** A timestamp as rows write it, for whoever else is given one. */
public final class RowTimestamp {

  /** What is allowed, for people. */
  public static final String ALLOWED = Timestamps.ALLOWED;

  private RowTimestamp() {}

  /** Epoch milliseconds, if the text is a timestamp. */
  public static Optional<Long> parse(String text) {
    long millis = Timestamps.read(text.toCharArray(), 0, text.length());
    return millis == RowCheck.NO_TIMESTAMP ? Optional.empty() : Optional.of(millis);
  }
}
