/**
 * What a bounded run came to: read from its published files in one pass, written as {@code
 * summary.json} and as a page for people.
 *
 * <p>Memory holds a few numbers for each account that had an event. Sums are exact decimals, so
 * that what has been added and taken away again leaves nothing behind.
 */
package io.plimsoll.jobs.summary;
