package io.plimsoll.jobs.wire;

import java.io.IOException;
import org.apache.avro.specific.SpecificRecord;

/** Writes the values of one topic. Not thread-safe. */
public interface RecordEncoder {

  /** The bytes of one value. */
  byte[] encode(SpecificRecord value) throws IOException;
}
