/**
 * {@code report.html}: what a run's files say, as pictures, in one file that needs nothing else.
 *
 * <p>{@link io.plimsoll.jobs.report.Report} reads the files front to back, three times at most (the
 * events of a run on paper once more), and keeps what the page shows of them: series of some
 * thousand steps, the accounts that mattered, and pictures of the whole {@linkplain
 * io.plimsoll.jobs.book book} at a hundred moments. The page itself, its pictures and their looks
 * are in {@code resources/web}.
 */
package io.plimsoll.jobs.report;
