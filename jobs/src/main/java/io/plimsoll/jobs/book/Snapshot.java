package io.plimsoll.jobs.book;

/**
 * A book that stands still.
 *
 * @param book as of its last bar close
 * @param instant of it, epoch milliseconds; 0 before the first
 */
public record Snapshot(Book book, long instant) {}
