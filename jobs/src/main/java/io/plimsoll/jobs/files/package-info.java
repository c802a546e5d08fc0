/**
 * A directory of history (risk model §12) as one bounded source.
 *
 * <p>Purpose: backfill. In: files of six kinds in CSV, Avro or Parquet. Out: {@link
 * io.plimsoll.jobs.market.Intake}, nearly in the order of event time, with watermarks of its own.
 * Key: none; one reader whatever the parallelism. State: for each file how far it was read and
 * where its clock stands; ends with the directory. Late and far-ahead rows: decided here, per file
 * ({@link io.plimsoll.jobs.intake.RowClock}). What cannot be read at all: {@link
 * io.plimsoll.jobs.files.InputException}, one line. Who hands rows on and leaves it to others to
 * judge them takes {@link io.plimsoll.jobs.files.PlayedFiles}.
 *
 * <pre>
 *  file ─► Rows ─► RowCheck ─► RowClock ─► batches, read ahead ─┐
 *  file ─► Rows ─► RowCheck ─► RowClock ─► batches, read ahead ─┼─► MergedFiles ─► DirectoryReader
 * </pre>
 */
package io.plimsoll.jobs.files;
