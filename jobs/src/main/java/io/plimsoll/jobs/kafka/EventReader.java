package io.plimsoll.jobs.kafka;

import io.plimsoll.jobs.watch.MarginEvent;
import io.plimsoll.jobs.wire.RecordDecoder;
import io.plimsoll.jobs.wire.UndecodableException;
import io.plimsoll.jobs.wire.WireFormat;
import java.io.Closeable;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the margin events of their topic, as {@link CommittedRecords} does. For one thread. */
public final class EventReader implements Closeable {

  private final RecordDecoder decoder;
  private final CommittedRecords records;
  private final Consumer<MarginEvent> events;
  private final Consumer<String> unreadable;

  /**
   * A reader at the beginning.
   *
   * @param patience how long the brokers may be silent
   * @param events takes each event
   * @param unreadable takes where each record stands that is no event, and why
   * @throws BrokerException when the brokers or the topic are not there
   */
  public EventReader(
      Brokers brokers,
      String topic,
      WireFormat format,
      Duration patience,
      Consumer<MarginEvent> events,
      Consumer<String> unreadable) {
    this.events = events;
    this.unreadable = unreadable;
    this.decoder = format.decoder(io.plimsoll.contract.MarginEvent.getClassSchema());
    this.records = new CommittedRecords(brokers, topic, patience, this::take);
  }

  /**
   * Reads on to what stands in the topic by now.
   *
   * @throws BrokerException when the brokers fall silent before
   */
  public void readToEnd() {
    records.readToEnd();
  }

  /** Reads what comes, and tells after each look whether to go on. */
  public void follow(BooleanSupplier goOn) {
    records.follow(goOn);
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      refuse(record, "no value");
      return;
    }
    try {
      events.accept(RecordedEvents.of(decoder.decode(record.value())));
    } catch (UndecodableException e) {
      refuse(record, e.getMessage());
    }
  }

  private void refuse(ConsumerRecord<byte[], byte[]> record, String why) {
    unreadable.accept(
        record.topic() + '-' + record.partition() + ", offset " + record.offset() + ": " + why);
  }

  @Override
  public void close() {
    records.close();
  }
}
