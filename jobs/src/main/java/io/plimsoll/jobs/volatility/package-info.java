/**
 * Stage 2: windowed volatility (risk model §3).
 *
 * <p>In: {@link io.plimsoll.jobs.guard.MarkChange}. Out: {@link
 * io.plimsoll.jobs.volatility.VolatilityChange}, one for one. Key: asset, on the guard's own
 * partitioning. State: the estimators, and the returns of one window; bounded by {@code W/Δ}; kept
 * for ever. Side outputs: none. Late and out of order: cannot be, the guard emits in event-time
 * order.
 */
package io.plimsoll.jobs.volatility;
