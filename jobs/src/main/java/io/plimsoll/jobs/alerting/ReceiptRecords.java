package io.plimsoll.jobs.alerting;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.alert.Notice;
import io.plimsoll.jobs.alert.delivery.Receipt;
import io.plimsoll.jobs.alert.notify.CloudEvent;
import io.plimsoll.jobs.alert.notify.NoticeJson;
import io.plimsoll.jobs.kafka.TopicRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Receipts as JSON, for people and systems that keep logs: key the id of the notice. With the
 * notice where it has not arrived, so that it can be told by hand.
 */
final class ReceiptRecords extends TopicRecords<Receipt> {

  private static final long serialVersionUID = 1L;

  private final boolean withNotice;

  ReceiptRecords(String topic, boolean withNotice) {
    super(topic);
    this.withNotice = withNotice;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Receipt receipt, KafkaSinkContext context, Long time) {
    byte[] key = receipt.delivery().notice().id().getBytes(StandardCharsets.UTF_8);
    String value = NoticeJson.write(json -> write(receipt, json));
    return new ProducerRecord<>(topic(), key, value.getBytes(StandardCharsets.UTF_8));
  }

  private void write(Receipt receipt, JsonGenerator json) throws IOException {
    Notice notice = receipt.delivery().notice();
    json.writeStartObject();
    json.writeStringField("notice", notice.id());
    json.writeStringField("route", notice.route());
    json.writeStringField("notifier", receipt.delivery().notifier());
    json.writeStringField("end", receipt.end().name());
    json.writeStringField("detail", receipt.detail());
    json.writeNumberField("attempts", receipt.attempts());
    json.writeNumberField("since", receipt.delivery().since());
    json.writeNumberField("at", receipt.at());
    if (withNotice) {
      json.writeFieldName("event");
      json.writeRawValue(CloudEvent.of(notice));
    }
    json.writeEndObject();
  }
}
