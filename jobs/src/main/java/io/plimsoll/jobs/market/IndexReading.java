package io.plimsoll.jobs.market;

/**
 * Readings of an asset's indices; an absent one leaves the index as it was.
 *
 * @param origin where it stands
 * @param instant epoch milliseconds
 * @param asset its asset, one with parameters
 * @param exchangeRate underlying units per unit, above 0, or NaN
 * @param borrowIndex units owed per unit borrowed, above 0, or NaN
 */
public record IndexReading(
    Origin origin, long instant, String asset, double exchangeRate, double borrowIndex)
    implements MarketEvent, AssetReading {

  @Override
  public IndexReading event() {
    return this;
  }
}
