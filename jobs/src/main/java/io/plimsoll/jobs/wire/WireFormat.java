package io.plimsoll.jobs.wire;

import java.io.Serializable;
import org.apache.avro.Schema;

/** How the values of topics are written: Avro, with some way to tell the writer's schema. */
public interface WireFormat extends Serializable {

  /**
   * A decoder of a topic's values.
   *
   * @param reader what the values are read as; a writer's schema is resolved to it
   * @param others what else may stand in the topic; what was written by the name of one of them is
   *     read as that one
   */
  RecordDecoder decoder(Schema reader, Schema... others);

  /**
   * An encoder of a topic's values.
   *
   * @param topic where they go
   * @param writer what they are
   */
  RecordEncoder encoder(String topic, Schema writer);

  /**
   * An encoder of values that may stand in any topic, among values of that topic's own.
   *
   * @param writer what they are
   */
  RecordEncoder encoder(Schema writer);
}
