/**
 * History played into the input topics, as the producers of a market would write it.
 *
 * <p>Purpose: {@code plimsoll feed}. In: the rows of a directory, in the order of event time
 * ({@link io.plimsoll.jobs.files.PlayedFiles}). Out: records of the contract, at once or at so many
 * times the pace of their instants. What a backfill refuses for what it says is sent all the same:
 * to judge it is the monitor's part. What no record can say is counted and told. Between the rows
 * and after the last, heartbeats tell how far it has come ({@link
 * io.plimsoll.jobs.feed.Heartbeats}). No Flink; the time of day comes through {@link
 * io.plimsoll.jobs.feed.Stopwatch} alone.
 */
package io.plimsoll.jobs.feed;
