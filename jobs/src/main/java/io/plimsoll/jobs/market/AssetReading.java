package io.plimsoll.jobs.market;

/**
 * What concerns one asset: its quote, its indices, or the stress of its venue. The event itself
 * wherever that is possible, for there is one for each row.
 */
public sealed interface AssetReading permits Quote, IndexReading, VenueStress {

  /** The key. */
  String asset();

  /** A quote, an index reading or a venue reading. */
  MarketEvent event();
}
