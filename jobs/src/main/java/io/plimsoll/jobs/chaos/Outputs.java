package io.plimsoll.jobs.chaos;

import io.plimsoll.jobs.kafka.CommittedRecords;
import io.plimsoll.jobs.options.TopicSettings;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What stands in a monitor's topics, for a reader of committed records: how often each record, told
 * from others by every byte of its value.
 *
 * @param events margin events
 * @param states asset states
 */
record Outputs(Map<ByteBuffer, Integer> events, Map<ByteBuffer, Integer> states) {

  static Outputs read(TopicSettings topics) {
    return new Outputs(
        read(topics, topics.outputs().marginEvents()),
        read(topics, topics.outputs().assetStates()));
  }

  private static Map<ByteBuffer, Integer> read(TopicSettings topics, String topic) {
    Map<ByteBuffer, Integer> counts = new LinkedHashMap<>();
    try (CommittedRecords records =
        new CommittedRecords(
            topics.brokers(),
            topic,
            topics.startTimeout(),
            record -> counts.merge(ByteBuffer.wrap(record.value()), 1, Integer::sum))) {
      records.readToEnd();
    }
    return counts;
  }
}
