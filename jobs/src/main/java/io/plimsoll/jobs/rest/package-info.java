/**
 * What is asked of a Flink cluster from outside, over its REST API.
 *
 * <p>Purpose: {@code plimsoll feed --wait}. In: the address of a JobManager. Out: whether a job has
 * applied all up to an instant, and its sinks have handed over what it issued by then; {@link
 * io.plimsoll.jobs.rest.JobException} with one line where it does not come to that. No Flink on
 * this side: JSON over the JDK's HTTP client.
 */
package io.plimsoll.jobs.rest;
