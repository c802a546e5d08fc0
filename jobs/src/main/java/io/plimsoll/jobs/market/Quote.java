package io.plimsoll.jobs.market;

/**
 * A price of an asset from one source, or the close of a candle.
 *
 * @param origin where it stands
 * @param instant epoch milliseconds of the quote
 * @param asset its asset, one with parameters
 * @param source who says so; the absent source is the one with the empty name
 * @param priceUsd finite, above 0, within the asset's bounds
 * @param confidenceUsd half-width told, at least 0; absent counts 0
 * @param sequence of the row, or {@link Origin#NO_SEQUENCE}; it only breaks ties in an instant
 */
public record Quote(
    Origin origin,
    long instant,
    String asset,
    String source,
    double priceUsd,
    double confidenceUsd,
    long sequence)
    implements MarketEvent, AssetReading {

  @Override
  public Quote event() {
    return this;
  }
}
