package io.plimsoll.jobs.parameters;

import io.plimsoll.jobs.intake.Timestamps;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** An instant, written as a timestamp in a file and read as epoch milliseconds. */
record InstantNotation() implements Notation<Long> {

  @Override
  public Optional<Long> read(String text) {
    OptionalLong millis = Timestamps.read(text);
    return millis.isPresent() ? Optional.of(millis.getAsLong()) : Optional.empty();
  }

  @Override
  public String print(Long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  @Override
  public String range() {
    return "an instant";
  }

  @Override
  public String allowed() {
    return range() + ": " + Timestamps.ALLOWED;
  }
}
