/**
 * What a liquidation would do, and at what price it would begin (risk model §7).
 *
 * <p>All in exact arithmetic: events are rare, choices of the largest and comparisons with dust
 * must not hang on a rounding, and amounts are money. USD unless a name says otherwise.
 */
package io.plimsoll.risk.terms;
