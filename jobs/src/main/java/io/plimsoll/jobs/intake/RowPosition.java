package io.plimsoll.jobs.intake;

/**
 * How far a file or partition has been read, by its rows: what its clock needs to go on from there.
 *
 * @param rows rows consumed, refused ones included, header and blank lines not
 * @param clock highest timestamp accepted so far, or {@link #NONE}
 * @param lastAccepted timestamp of the last row accepted, or {@link #NONE}
 * @param refusedAhead timestamp of the row directly before, if that was refused as FUTURE, or
 *     {@link #NONE}
 */
public record RowPosition(long rows, long clock, long lastAccepted, long refusedAhead) {

  /** No such row yet. */
  public static final long NONE = Long.MIN_VALUE;

  /** Before the first row. */
  public static final RowPosition START = new RowPosition(0, NONE, NONE, NONE);
}
