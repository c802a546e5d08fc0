/**
 * What a change of parameters would have done: the published files of two backfills of one history,
 * told side by side.
 *
 * <p>In: two output directories, each read once from front to back. Out: a {@link
 * io.plimsoll.jobs.compare.Comparison}, as a page for people and as one JSON object. What is
 * counted, and what it does not say, is in docs/compare.md.
 *
 * <p>Memory holds a few numbers for each account that had an event, and one for each of its spells
 * that came to LIQUIDATABLE. Sums are exact, so that no order of what is added matters.
 */
package io.plimsoll.jobs.compare;
