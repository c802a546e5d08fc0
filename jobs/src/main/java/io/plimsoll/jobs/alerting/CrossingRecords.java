package io.plimsoll.jobs.alerting;

import io.plimsoll.contract.MarginEvent;
import io.plimsoll.jobs.alert.Crossing;
import io.plimsoll.jobs.kafka.RecordedEvents;
import io.plimsoll.jobs.metrics.Metrics;
import io.plimsoll.jobs.wire.RecordDecoder;
import io.plimsoll.jobs.wire.UndecodableException;
import io.plimsoll.jobs.wire.WireFormat;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Crossings out of the topic of margin events. Those of a history go no further: here is the only
 * way in. A record that is no margin event is told in the log, by its place, and counted.
 */
final class CrossingRecords implements KafkaRecordDeserializationSchema<Crossing> {

  private static final long serialVersionUID = 1L;

  private static final Logger LOG = LoggerFactory.getLogger(CrossingRecords.class);

  private final WireFormat format;

  private transient RecordDecoder decoder;
  private transient Counter ofHistory;
  private transient Counter unreadable;

  CrossingRecords(WireFormat format) {
    this.format = format;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    decoder = format.decoder(MarginEvent.getClassSchema());
    ofHistory = Metrics.of(context.getMetricGroup()).counter("eventsOfHistory");
    unreadable = Metrics.of(context.getMetricGroup()).counter("unreadableEvents");
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Crossing> out) {
    if (record.value() == null) {
      refuse(record, "no value");
      return;
    }
    try {
      GenericRecord value = decoder.decode(record.value());
      if ((Boolean) value.get("backfill")) {
        ofHistory.inc();
      } else {
        out.collect(crossing(RecordedEvents.of(value)));
      }
    } catch (UndecodableException e) {
      refuse(record, e.getMessage());
    }
  }

  private static Crossing crossing(io.plimsoll.jobs.watch.MarginEvent event) {
    return new Crossing(
        event.id(),
        event.account(),
        event.instant(),
        event.to(),
        event.figures().healthFactor(),
        event.figures().debtValueUsd(),
        event.figures().equityUsd());
  }

  private void refuse(ConsumerRecord<byte[], byte[]> record, String why) {
    unreadable.inc();
    LOG.error(
        "no margin event: {}-{}, offset {}: {}",
        record.topic(),
        record.partition(),
        record.offset(),
        why);
  }

  @Override
  public TypeInformation<Crossing> getProducedType() {
    return CrossingSerializer.TYPE;
  }
}
