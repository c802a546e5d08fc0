package io.plimsoll.jobs.kafka;

import io.plimsoll.jobs.readback.StateLine;
import org.apache.avro.generic.GenericRecord;

/** Asset states out of the contract's records: the way back of {@link StateRecords}. */
final class RecordedStates {

  private RecordedStates() {}

  /** The state of a record by today's schema; nothing of the record is kept. */
  static StateLine of(GenericRecord record) {
    return new StateLine(
        (Long) record.get("instant"),
        record.get("asset").toString(),
        (Double) record.get("mid"),
        record.get("status").toString(),
        (Double) record.get("volatility"),
        (Double) record.get("loadFactor"));
  }
}
