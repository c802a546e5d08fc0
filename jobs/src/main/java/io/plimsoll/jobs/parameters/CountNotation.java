package io.plimsoll.jobs.parameters;

import java.util.Optional;
import java.util.regex.Pattern;

/** A whole number of at least 1. */
public record CountNotation() implements Notation<Integer> {

  // Nine digits fit an int.
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

  @Override
  public Optional<Integer> read(String text) {
    return Optional.of(text)
        .filter(digits -> DIGITS.matcher(digits).matches())
        .map(Integer::valueOf)
        .filter(count -> count >= 1);
  }

  @Override
  public String print(Integer value) {
    return value.toString();
  }

  @Override
  public String range() {
    return "a whole number of at least 1";
  }
}
