package io.plimsoll.jobs.kafka;

import io.plimsoll.contract.RefusedRecord;
import io.plimsoll.jobs.readback.StateLine;
import io.plimsoll.jobs.watch.MarginEvent;
import io.plimsoll.jobs.wire.RecordDecoder;
import io.plimsoll.jobs.wire.UndecodableException;
import io.plimsoll.jobs.wire.WireFormat;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads what an output topic says, as {@link CommittedRecords} reads its records. For one thread.
 *
 * @param <T> what its records say
 */
public final class OutputReader<T> implements FollowedTopic {

  /** What to make of a record and of what its value says. */
  private interface Meaning<T> extends BiFunction<ConsumerRecord<?, ?>, GenericRecord, T> {}

  private final RecordDecoder decoder;
  private final Meaning<T> meaning;
  private final CommittedRecords records;
  private final Consumer<T> said;
  private final Consumer<String> unreadable;

  /**
   * A reader of margin events at their beginning.
   *
   * @param patience how long the brokers may be silent
   * @param events takes each event
   * @param unreadable takes where each record stands that is no event, and why
   * @throws BrokerException when the brokers or the topic are not there
   */
  public static OutputReader<MarginEvent> ofEvents(
      Brokers brokers,
      String topic,
      WireFormat format,
      Duration patience,
      Consumer<MarginEvent> events,
      Consumer<String> unreadable) {
    Schema schema = io.plimsoll.contract.MarginEvent.getClassSchema();
    return new OutputReader<>(
        brokers,
        topic,
        format.decoder(schema),
        (record, value) -> RecordedEvents.of(value),
        patience,
        events,
        unreadable);
  }

  /** Likewise a reader of asset states. */
  public static OutputReader<StateLine> ofStates(
      Brokers brokers,
      String topic,
      WireFormat format,
      Duration patience,
      Consumer<StateLine> states,
      Consumer<String> unreadable) {
    return new OutputReader<>(
        brokers,
        topic,
        format.decoder(io.plimsoll.contract.AssetState.getClassSchema()),
        (record, value) -> RecordedStates.of(value),
        patience,
        states,
        unreadable);
  }

  /** Likewise a reader of what was refused. */
  public static OutputReader<RefusedInput> ofRefused(
      Brokers brokers,
      String topic,
      WireFormat format,
      Duration patience,
      Consumer<RefusedInput> refused,
      Consumer<String> unreadable) {
    return new OutputReader<>(
        brokers,
        topic,
        format.decoder(RefusedRecord.getClassSchema()),
        (record, value) -> RefusedInput.of(record.timestamp(), value),
        patience,
        refused,
        unreadable);
  }

  private OutputReader(
      Brokers brokers,
      String topic,
      RecordDecoder decoder,
      Meaning<T> meaning,
      Duration patience,
      Consumer<T> said,
      Consumer<String> unreadable) {
    this.decoder = decoder;
    this.meaning = meaning;
    this.said = said;
    this.unreadable = unreadable;
    this.records = new CommittedRecords(brokers, topic, patience, this::take);
  }

  @Override
  public void readToEnd() {
    records.readToEnd();
  }

  @Override
  public void follow(BooleanSupplier goOn) {
    records.follow(goOn);
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      refuse(record, "no value");
      return;
    }
    try {
      said.accept(meaning.apply(record, decoder.decode(record.value())));
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
