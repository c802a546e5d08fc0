package io.plimsoll.jobs.parameters;

import java.util.Optional;
import java.util.function.Function;

/**
 * A key of the file.
 *
 * @param name as it is written
 * @param notation how its value is written
 * @param inForce its value in the record that has it
 * @param otherwise its value when it is not written
 * @param otherwiseInWords the same for people, where the value does not say it
 * @param absent whether {@code otherwise} is a sign for "none", which cannot be written
 * @param unit of the value
 * @param section of the risk model that reads it
 * @param meaning in a sentence without its full stop
 * @param <S> the record that has it
 * @param <T> its value once read
 */
public record Key<S, T>(
    String name,
    Notation<T> notation,
    Function<S, T> inForce,
    T otherwise,
    String otherwiseInWords,
    boolean absent,
    String unit,
    String section,
    String meaning) {

  /** A key whose default is what a record with nothing but defaults has. */
  public static <S, T> Key<S, T> of(
      S defaults,
      String name,
      Notation<T> notation,
      Function<S, T> inForce,
      String unit,
      String section,
      String meaning) {
    T otherwise = inForce.apply(defaults);
    return new Key<>(name, notation, inForce, otherwise, "", false, unit, section, meaning);
  }

  /** A key that may be absent, the default being a sign for that. */
  public Key<S, T> orNone(String inWords) {
    return new Key<>(name, notation, inForce, otherwise, inWords, true, unit, section, meaning);
  }

  /** A key whose default depends on other keys. */
  public Key<S, T> or(String inWords) {
    return new Key<>(name, notation, inForce, otherwise, inWords, false, unit, section, meaning);
  }

  /** Its default, as people read it. */
  String defaultInWords() {
    return otherwiseInWords.isEmpty() ? notation.print(otherwise) : otherwiseInWords;
  }

  /** Its value in force, as it would be written; nothing for one that is absent. */
  Optional<String> printed(S record) {
    T value = inForce.apply(record);
    return absent && value.equals(otherwise)
        ? Optional.empty()
        : Optional.of(notation.print(value));
  }
}
