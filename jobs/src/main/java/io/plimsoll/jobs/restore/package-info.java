/**
 * The start of a job from a savepoint or checkpoint.
 *
 * <p>Purpose: what can be known to be wrong with it is told in one line before anything runs. In: a
 * job, and the place that {@code execution.state-recovery.path} names. Out: a running job, or a
 * {@link io.plimsoll.jobs.restore.SavepointException}. What only the reading of state can tell is a
 * {@link io.plimsoll.jobs.codec.StateException}, which ends the job.
 */
package io.plimsoll.jobs.restore;
