package io.plimsoll.jobs.market;

/** What a row says of a venue. */
public enum VenueStatus {
  UP,
  DOWN,
  /** Nothing: the status stays as it was. */
  UNTOLD
}
