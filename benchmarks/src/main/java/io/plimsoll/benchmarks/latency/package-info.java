/**
 * From a quote to its trigger through real Kafka and a real cluster, beside a job that does
 * nothing.
 *
 * <p>A quote bears the millisecond for which its sending was scheduled, whether or not it was sent
 * then, so that a sender that is held up does not hide what it was held up by. What is measured
 * ends when a consumer has the record in hand.
 */
package io.plimsoll.benchmarks.latency;
