package io.plimsoll.jobs.wire;

import java.io.Serializable;
import org.apache.avro.Schema;

/** How the values of topics are written: Avro, with some way to tell the writer's schema. */
public interface WireFormat extends Serializable {

  /**
   * A decoder of a topic's values.
   *
   * @param reader what the values are read as; a writer's schema is resolved to it
   */
  RecordDecoder decoder(Schema reader);

  /**
   * An encoder of a topic's values.
   *
   * @param topic where they go
   * @param writer what they are
   */
  RecordEncoder encoder(String topic, Schema writer);
}
