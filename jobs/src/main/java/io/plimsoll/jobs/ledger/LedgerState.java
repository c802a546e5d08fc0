package io.plimsoll.jobs.ledger;

import java.util.List;

/**
 * A file at a checkpoint.
 *
 * @param length bytes that the file had; they are on the disk
 * @param waiting rows whose instant was not over, in no order
 */
record LedgerState<T>(long length, List<T> waiting) {

  LedgerState {
    waiting = List.copyOf(waiting);
  }

  /** A file that has not been begun. */
  static <T> LedgerState<T> empty() {
    return new LedgerState<>(0L, List.of());
  }
}
