package io.plimsoll.jobs.kafka;

import io.plimsoll.jobs.intake.RowKind;
import io.plimsoll.jobs.market.MarketEvent;
import io.plimsoll.risk.parameters.RiskParameters;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads an input topic from its beginning as a monitor does, in the order of each partition, for
 * those who want to know what it knows; what it would refuse is passed over. For one thread.
 */
public final class InputReader implements FollowedTopic {

  private final RowKind kind;
  private final RiskParameters parameters;
  private final ReadOptions options;
  private final Consumer<MarketEvent> events;
  private final Map<Integer, PartitionIntake> intakes = new HashMap<>();
  private final CommittedRecords records;

  /**
   * A reader at the beginning.
   *
   * @param kind of the topic's records
   * @param patience how long the brokers may be silent
   * @param events takes each accepted row
   * @throws BrokerException when the brokers or the topic are not there
   */
  public InputReader(
      Brokers brokers,
      String topic,
      RowKind kind,
      RiskParameters parameters,
      ReadOptions options,
      Duration patience,
      Consumer<MarketEvent> events) {
    this.kind = kind;
    this.parameters = parameters;
    this.options = options;
    this.events = events;
    this.records = new CommittedRecords(brokers, topic, patience, this::take);
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    intakes
        .computeIfAbsent(record.partition(), partition -> intake(record))
        .take(record)
        .ifPresent(
            intake -> {
              if (intake instanceof MarketEvent event) {
                events.accept(event);
              }
            });
  }

  private PartitionIntake intake(ConsumerRecord<byte[], byte[]> record) {
    String place = record.topic() + '-' + record.partition();
    return new PartitionIntake(place, kind, parameters, options, PartitionClock.START);
  }

  @Override
  public void readToEnd() {
    records.readToEnd();
  }

  @Override
  public void follow(BooleanSupplier goOn) {
    records.follow(goOn);
  }

  @Override
  public void close() {
    records.close();
  }
}
