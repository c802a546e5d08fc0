package io.plimsoll.jobs.market;

/**
 * The reading of a venue as it concerns one asset of it.
 *
 * @param asset the key
 * @param event what the venue was told of
 */
public record VenueStress(String asset, VenueReading event) implements AssetReading {}
