package io.plimsoll.jobs.files;

/**
 * How far a file has been read: all that is needed to go on from there.
 *
 * @param rows rows consumed, refused ones included, header and blank lines not
 * @param clock highest timestamp accepted so far, or {@link #NONE}
 * @param lastAccepted timestamp of the last row accepted, or {@link #NONE}
 * @param refusedAhead timestamp of the row directly before, if that was refused as FUTURE, or
 *     {@link #NONE}
 */
record FilePosition(long rows, long clock, long lastAccepted, long refusedAhead) {

  /** No such row yet. */
  static final long NONE = Long.MIN_VALUE;

  /** Before the first row. */
  static final FilePosition START = new FilePosition(0, NONE, NONE, NONE);
}
