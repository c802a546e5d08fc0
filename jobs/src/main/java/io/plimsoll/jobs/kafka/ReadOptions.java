package io.plimsoll.jobs.kafka;

import io.plimsoll.jobs.wire.WireFormat;
import java.io.Serializable;

/**
 * How topics are read.
 *
 * @param format how values are written
 * @param maxLatenessMs how far a record may stand behind the latest before it in its partition. Too
 *     low: records are late. Too high: every trigger waits that long
 * @param maxRecordBytes longest value that is decoded
 * @param from first instant, epoch milliseconds: records of earlier times belong to a history that
 *     is read elsewhere, and are passed over
 */
public record ReadOptions(WireFormat format, long maxLatenessMs, int maxRecordBytes, long from)
    implements Serializable {

  /** Nothing is passed over. */
  public static final long FROM_THE_START = Long.MIN_VALUE;
}
