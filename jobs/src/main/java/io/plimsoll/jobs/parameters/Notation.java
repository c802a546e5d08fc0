package io.plimsoll.jobs.parameters;

import java.util.Optional;

/**
 * How values of a kind are written, and which of them a key may have.
 *
 * @param <T> what they are once read
 */
public interface Notation<T> {

  /** The value, or nothing when the text is no such value or out of range. */
  Optional<T> read(String text);

  /** The value as YAML, so that reading it gives the same value. */
  String print(T value);

  /** Which values there may be, in words. */
  String range();

  /** What may be written, in words, for whoever wrote something else. */
  default String allowed() {
    return range();
  }
}
