/**
 * What is asked of a Flink cluster from outside, over its REST API.
 *
 * <p>Purpose: {@link io.plimsoll.jobs.rest.RestClient}, by which all commands speak to a cluster,
 * with TLS where it wants it; and {@code plimsoll feed --wait}. In: the address of a JobManager.
 * Out: answers; whether a job has applied all up to an instant, and its sinks have handed over what
 * it issued by then; {@link io.plimsoll.jobs.rest.JobException} with one line where it does not
 * come to that. No Flink on this side: JSON over the JDK's HTTP client.
 */
package io.plimsoll.jobs.rest;
