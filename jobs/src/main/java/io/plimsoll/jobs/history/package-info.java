/**
 * History, then live: a directory of files up to an instant, the topics from it on, as one source.
 *
 * <p>Purpose: a run that begins with what files hold and goes on from Kafka without a gap or an
 * overlap. In: the source of a backfill ({@link io.plimsoll.jobs.files}) and that of a monitor
 * ({@link io.plimsoll.jobs.kafka}), each cut at the same instant. Out: judged events with
 * watermarks, as from either.
 *
 * <p>Not Flink's own HybridSource, for three reasons. Subtasks that have no part of a phase must
 * say at once that nothing before the cut can come from them: they neither finish, nor are they
 * idle, nor silent, so that none lets the watermark run ahead (FLINK-38477) or stops it
 * (FLINK-39586). Idleness must not begin before the topics do. And once the files are read, state
 * is that of a monitor which never had any, so that either restores the other's.
 */
package io.plimsoll.jobs.history;
