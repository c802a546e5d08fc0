/**
 * Half an hour of an even load with accounts that come and go, and what must not grow by it.
 *
 * <p>Prices come back to where they began and as many accounts are opened as are closed, so that
 * the work does not change with time. What grows all the same is kept for ever by somebody. {@link
 * io.plimsoll.benchmarks.soak.Trend} says what counts as growth.
 */
package io.plimsoll.benchmarks.soak;
