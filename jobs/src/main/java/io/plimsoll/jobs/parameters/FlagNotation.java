package io.plimsoll.jobs.parameters;

import java.util.Optional;

/** Yes or no, in YAML's words. */
public record FlagNotation() implements Notation<Boolean> {

  @Override
  public Optional<Boolean> read(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  @Override
  public String print(Boolean value) {
    return value.toString();
  }

  @Override
  public String range() {
    return "true or false";
  }
}
