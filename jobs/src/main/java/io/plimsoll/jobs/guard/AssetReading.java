package io.plimsoll.jobs.guard;

import io.plimsoll.jobs.market.MarketEvent;

/**
 * An event that concerns an asset: its quote, its indices, or the stress of its venue.
 *
 * @param asset the key
 * @param event a quote, an index reading or a venue reading
 */
public record AssetReading(String asset, MarketEvent event) {}
