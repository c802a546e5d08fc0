/**
 * The files a bounded run leaves behind: one JSON object a line, in order, the same bytes for the
 * same events (risk model §12).
 *
 * <p>In: rows of one type, in any order as long as none comes after a watermark that passed its
 * instant. Out: {@code DIR/.in-progress/NAME} while the job runs, ordered by (instant, row order);
 * {@code DIR/NAME} once the driver has published a run that ended well.
 *
 * <p>Key: none, one subtask writes a file. State: the length of the file at the checkpoint and the
 * rows whose instant is not over; it ends when the watermark passes them. What a failed attempt
 * wrote after its last checkpoint is cut off and written again, with the same bytes, so that
 * whoever follows the growing file never reads a line twice.
 */
package io.plimsoll.jobs.ledger;
