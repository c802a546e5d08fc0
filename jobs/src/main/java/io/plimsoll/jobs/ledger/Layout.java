package io.plimsoll.jobs.ledger;

import java.io.Serializable;

/**
 * How rows of one type lie in a file.
 *
 * @param instant when a row counts; the file is ordered by it
 * @param withinInstant the order of rows that share an instant
 * @param json how a row is written
 */
public record Layout<T>(InstantOf<T> instant, RowOrder<T> withinInstant, JsonRow<T> json)
    implements Serializable {

  /** The order of the file. */
  public int compare(T left, T right) {
    int byInstant = Long.compare(instant.of(left), instant.of(right));
    return byInstant != 0 ? byInstant : withinInstant.compare(left, right);
  }
}
