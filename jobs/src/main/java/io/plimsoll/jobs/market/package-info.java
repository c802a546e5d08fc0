/**
 * What comes in: one record per kind of input row, already checked, each with the instant at which
 * it counts and the place it came from; and the refusals.
 *
 * <p>Strings are names, prices and indices are doubles, amounts and entry prices exact decimals. An
 * absent number is NaN, an absent sequence {@link io.plimsoll.jobs.market.Origin#NO_SEQUENCE}.
 */
package io.plimsoll.jobs.market;
