package io.plimsoll.jobs.market;

/** A change of one account: it is never refused for being late, but counts later. */
public sealed interface AccountUpdate extends MarketEvent permits PositionUpdate, SettingsUpdate {

  /** Name of the account. */
  String account();

  /** The row's own, epoch milliseconds; below the instant when the row is late. */
  long timestamp();

  /** The same row, applied at another instant. */
  AccountUpdate appliedAt(long otherInstant);

  /** Came after its instant was closed, and counts at a later one. */
  default boolean late() {
    return timestamp() < instant();
  }
}
