package io.plimsoll.jobs.files;

import io.plimsoll.jobs.intake.RowClock;
import io.plimsoll.jobs.intake.RowPosition;
import io.plimsoll.jobs.market.Intake;

/**
 * Some rows of one file, judged, each with the position of the file after it; then, if it is the
 * last, the position at the end. Written by one thread, then read by another.
 */
final class Batch {

  /** Nothing, and not the last. */
  static final Batch EMPTY = new Batch(0);

  private static final int NUMBERS = 4;

  private final Intake[] intakes;

  /** Four numbers a row rather than an object: it is a hot path. */
  private final long[] positions;

  private int size;
  private boolean last;
  private RowPosition end = RowPosition.START;

  Batch(int capacity) {
    intakes = new Intake[capacity];
    positions = new long[NUMBERS * capacity];
  }

  void add(Intake intake, RowClock clock) {
    intakes[size] = intake;
    int at = NUMBERS * size++;
    positions[at] = clock.rows();
    positions[at + 1] = clock.time();
    positions[at + 2] = clock.lastAccepted();
    positions[at + 3] = clock.refusedAhead();
  }

  /** Nothing comes after this batch. */
  void endAt(RowPosition position) {
    last = true;
    end = position;
  }

  boolean isFull() {
    return size == intakes.length;
  }

  int size() {
    return size;
  }

  boolean isLast() {
    return last;
  }

  /** The position at the end of the file, rows after {@code to} included. */
  RowPosition end() {
    return end;
  }

  Intake intake(int row) {
    return intakes[row];
  }

  /** The file's clock after a row. */
  long clock(int row) {
    return positions[NUMBERS * row + 1];
  }

  RowPosition position(int row) {
    int at = NUMBERS * row;
    return new RowPosition(positions[at], positions[at + 1], positions[at + 2], positions[at + 3]);
  }
}
