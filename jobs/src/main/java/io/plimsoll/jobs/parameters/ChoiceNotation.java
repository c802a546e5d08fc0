package io.plimsoll.jobs.parameters;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** One of a few words, in whatever case. */
public record ChoiceNotation<E extends Enum<E>>(Class<E> words) implements Notation<E> {

  @Override
  public Optional<E> read(String text) {
    return Arrays.stream(words.getEnumConstants())
        .filter(word -> word.name().equalsIgnoreCase(text))
        .findAny();
  }

  @Override
  public String print(E value) {
    return value.name();
  }

  @Override
  public String range() {
    return Arrays.stream(words.getEnumConstants())
        .map(Enum::name)
        .collect(Collectors.joining(", ", "one of ", ""));
  }
}
