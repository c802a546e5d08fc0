/**
 * Kafka's topics as source and sinks of the pipeline.
 *
 * <p>Purpose: live. In: records of five topics, Avro ({@link io.plimsoll.jobs.wire}). Out: {@link
 * io.plimsoll.jobs.market.Intake} with watermarks of its own, one after each event that moves its
 * partition's clock; margin events, asset states and refusals as records. Key: the bytes of the
 * account's, asset's or venue's name, so that what concerns one of them stands in one partition, in
 * order. State: for each partition its offset, its clock and its last heartbeat. Late and far-ahead
 * records: decided here, per partition ({@link io.plimsoll.jobs.intake.RowJudge}), by the checks
 * that files have. A record that cannot be decoded is refused like any other: nothing is thrown for
 * what a record says. Beside the job stand two clients without Flink: {@link
 * io.plimsoll.jobs.kafka.RecordWriter} writes what a monitor reads, {@link
 * io.plimsoll.jobs.kafka.EventReader} reads what it writes. Source: research/flink.md §3.4 and
 * §3.6.
 *
 * <pre>
 *  partition ─► WireFormat ─► RowCheck ─► RowClock ─┐
 *  partition ─► WireFormat ─► RowCheck ─► RowClock ─┼─► the least of their watermarks
 * </pre>
 */
package io.plimsoll.jobs.kafka;
