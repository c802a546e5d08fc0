package io.plimsoll.jobs.ledger;

import java.io.Serializable;

/** When a row counts: epoch milliseconds. */
@FunctionalInterface
public interface InstantOf<T> extends Serializable {

  long of(T row);
}
