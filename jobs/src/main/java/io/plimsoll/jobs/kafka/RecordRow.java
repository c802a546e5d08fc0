package io.plimsoll.jobs.kafka;

import io.plimsoll.jobs.intake.AvroTexts;
import io.plimsoll.jobs.intake.Cells;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record of a topic as the cells of a row, so that the checks of files judge it; kept for a
 * refusal as the bytes that it was. Reused from record to record.
 */
final class RecordRow extends Cells {

  private final List<String> header;
  private final List<Function<Object, String>> texts;
  private ConsumerRecord<byte[], byte[]> raw;

  RecordRow(Schema contract) {
    header = contract.getFields().stream().map(Schema.Field::name).toList();
    texts =
        contract.getFields().stream()
            .map(field -> AvroTexts.of(field.schema()).orElseThrow())
            .toList();
  }

  /** The columns of the cells. */
  List<String> header() {
    return header;
  }

  /** Takes a record and what its value says. */
  void set(ConsumerRecord<byte[], byte[]> from, GenericRecord value) {
    clear();
    raw = from;
    for (int i = 0; i < texts.size(); i++) {
      add(texts.get(i).apply(value.get(i)));
    }
  }

  @Override
  public String record() {
    return RawRecord.text(raw.key(), raw.value());
  }
}
