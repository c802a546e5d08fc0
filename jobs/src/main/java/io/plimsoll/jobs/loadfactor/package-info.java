/**
 * Stage 3: the load factor, one number an asset that moves all its thresholds (risk model §4).
 *
 * <p>In: {@link io.plimsoll.jobs.volatility.VolatilityChange}. Out: {@link
 * io.plimsoll.jobs.loadfactor.AssetState}, one for one. Key: asset, on the guard's own
 * partitioning. State: the load factor, kept for ever. Side outputs: none. Late and out of order:
 * cannot be, the guard emits in event-time order.
 */
package io.plimsoll.jobs.loadfactor;
