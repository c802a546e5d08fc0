package io.plimsoll.jobs.market;

/** An accepted row: all events that carry one instant are applied as a whole (risk model §1). */
public sealed interface MarketEvent extends Intake
    permits Quote, IndexReading, VenueReading, AccountUpdate {

  /** Where the row stands. */
  Origin origin();
}
