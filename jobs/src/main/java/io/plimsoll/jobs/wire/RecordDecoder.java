package io.plimsoll.jobs.wire;

import org.apache.avro.generic.GenericRecord;

/** Reads the values of one topic. Not thread-safe. */
public interface RecordDecoder {

  /**
   * Reads one value.
   *
   * @return the record, by the reader's schema; overwritten by the next call
   * @throws UndecodableException for anything that is no value of this format, whatever its bytes
   */
  GenericRecord decode(byte[] value) throws UndecodableException;
}
