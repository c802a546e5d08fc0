package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.alert.DigestPart;
import io.plimsoll.jobs.alert.delivery.Delivery;
import io.plimsoll.jobs.alert.notify.CloudEvent;
import io.plimsoll.jobs.kafka.TopicRecords;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Parts of the lists of digests as records, as a webhook is told them; key: the digest's id. */
final class ListRecords extends TopicRecords<Delivery> {

  private static final long serialVersionUID = 1L;

  ListRecords(String topic) {
    super(topic);
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Delivery delivery, KafkaSinkContext context, Long time) {
    DigestPart part = (DigestPart) delivery.notice();
    return new ProducerRecord<>(
        topic(),
        part.digest().getBytes(StandardCharsets.UTF_8),
        CloudEvent.of(part).getBytes(StandardCharsets.UTF_8));
  }
}
