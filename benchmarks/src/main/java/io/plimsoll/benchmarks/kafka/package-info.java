/**
 * The same job as a Kafka Streams topology, written with its Processor API as its own users would:
 * accounts in a store, an index store of every holding that is read by prefix when a price moves.
 *
 * <p>Runs in the TopologyTestDriver: no broker, no network, no changelog, so what is measured is
 * the topology and its stores, which is all in its favour.
 */
package io.plimsoll.benchmarks.kafka;
