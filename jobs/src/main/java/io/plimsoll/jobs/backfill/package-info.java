/**
 * History through the pipeline: the files of risk model §12 in and out, with progress on stderr.
 *
 * <p>The same graph as live, in streaming mode over a bounded source.
 */
package io.plimsoll.jobs.backfill;
