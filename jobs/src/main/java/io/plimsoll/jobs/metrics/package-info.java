/**
 * What operators tell of themselves through Flink's metrics, all under the group {@value
 * io.plimsoll.jobs.metrics.Metrics#GROUP}; docs/metrics.md has each.
 *
 * <p>Measured only: nothing here is read by a decision, and nothing of it is in a checkpoint or an
 * output. The wall clock is Flink's processing-time service, handed in.
 */
package io.plimsoll.jobs.metrics;
