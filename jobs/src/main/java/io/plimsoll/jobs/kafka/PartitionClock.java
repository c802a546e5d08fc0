package io.plimsoll.jobs.kafka;

import io.plimsoll.jobs.intake.RowPosition;

/**
 * How far a partition has come, by what stands in it: what it needs to go on from there.
 *
 * @param rows by its rows
 * @param heartbeat by its heartbeats, epoch milliseconds, or {@link RowPosition#NONE}
 */
record PartitionClock(RowPosition rows, long heartbeat) {

  /** Before the first record. */
  static final PartitionClock START = new PartitionClock(RowPosition.START, RowPosition.NONE);
}
