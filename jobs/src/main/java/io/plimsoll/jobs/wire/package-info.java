/**
 * How the records of the contract stand as bytes in a topic.
 *
 * <p>Purpose: one interface, {@link io.plimsoll.jobs.wire.WireFormat}, for every way to tell the
 * writer's schema. In: the bytes of a value. Out: a generic record by the reader's schema, whatever
 * version wrote it, or {@link io.plimsoll.jobs.wire.UndecodableException} with one line; and the
 * way back. State: schemas met so far. No Flink and no Kafka.
 */
package io.plimsoll.jobs.wire;
