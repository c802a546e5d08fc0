/**
 * The live job: the pipeline between topics.
 *
 * <p>Purpose: the graph that the backfill runs, on Kafka ({@link io.plimsoll.jobs.kafka}). In:
 * options of {@link io.plimsoll.jobs.options.MonitorOptions}. Out: a running job. What is wrong
 * with the options, the brokers or the topics is told in one line before anything runs. In a run
 * that ends, {@link io.plimsoll.jobs.monitor.LastInstantOperator} closes the history as the file
 * source does.
 */
package io.plimsoll.jobs.monitor;
