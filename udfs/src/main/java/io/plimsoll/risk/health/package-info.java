/**
 * From holdings to a health factor (risk model §5): the sums A, L and E at mid, prudently and
 * favourably, in doubles with a proven error bound and in exact arithmetic for what the doubles
 * cannot decide.
 *
 * <p>Pure. {@link io.plimsoll.risk.health.AssetTable} is the market, {@link
 * io.plimsoll.risk.health.Portfolio} what is judged, {@link io.plimsoll.risk.health.Assessment} the
 * judgement of one against the other.
 */
package io.plimsoll.risk.health;
