package io.plimsoll.jobs.market;

import io.plimsoll.risk.account.CodePoints;

/**
 * Where a row came from: it breaks ties and lets a refusal name its row.
 *
 * @param place file name, or topic and partition
 * @param line line in the file, from 1 and counting the header, or offset in the partition
 * @param record the row as read; empty where place and line are enough to read it again
 */
public record Origin(String place, long line, String record) implements Comparable<Origin> {

  /** The row carries no sequence. */
  public static final long NO_SEQUENCE = Long.MIN_VALUE;

  /** File order: files by name, rows by line. */
  @Override
  public int compareTo(Origin other) {
    int byPlace = CodePoints.compare(place, other.place);
    return byPlace != 0 ? byPlace : Long.compare(line, other.line);
  }
}
