package io.plimsoll.jobs.kafka;

import io.plimsoll.contract.RefusedRecord;
import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.jobs.market.Refusal;
import io.plimsoll.jobs.watch.MarginEvent;
import io.plimsoll.jobs.wire.WireFormat;
import java.time.Duration;
import java.util.Collection;
import java.util.Properties;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.acl.AclOperation;

/**
 * The output topics.
 *
 * @param brokers where they are
 * @param format how values are written
 * @param delivery what a reader may count on
 * @param transactions prefix of transactional ids, of this job alone; used when exactly once
 */
public record TopicSinks(
    Brokers brokers, WireFormat format, Delivery delivery, String transactions) {

  /** Makes a transactional id of the job's that no producer of it has: theirs end in numbers. */
  private static final String UNUSED = "-start";

  /** What a broker allows unless told otherwise; longer than any checkpoint and restart. */
  private static final String TRANSACTION_TIMEOUT_MS = "900000";

  /**
   * Looks whether the topics can be written.
   *
   * @throws BrokerException when no broker answers in time, a topic is missing, or a right to write
   */
  public void check(Collection<String> topics, Duration timeout) {
    try (BrokerAdmin admin = new BrokerAdmin(brokers, timeout)) {
      admin.partitions(topics, AclOperation.WRITE);
      if (delivery == Delivery.EXACTLY_ONCE) {
        // Flink's sink asks for the open transactions of its topics, which takes the right to read.
        admin.partitions(topics, AclOperation.READ);
        admin.checkTransactions(topics.stream().map(topic -> prefix(topic) + UNUSED).toList());
      }
    }
  }

  /**
   * Margin events by account.
   *
   * @param live first instant that is no history, epoch milliseconds: events before it must never
   *     alert anyone
   */
  public KafkaSink<MarginEvent> marginEvents(String topic, long live) {
    return sink(
        topic,
        new ContractRecords<>(
            topic,
            format,
            io.plimsoll.contract.MarginEvent.getClassSchema().toString(),
            MarginEvent::account,
            event -> EventRecords.of(event, event.instant() < live)));
  }

  /** Asset states by asset. */
  public KafkaSink<AssetState> assetStates(String topic) {
    return sink(
        topic,
        new ContractRecords<>(
            topic,
            format,
            io.plimsoll.contract.AssetState.getClassSchema().toString(),
            AssetState::asset,
            StateRecords::of));
  }

  /** Refused records by where they stood. */
  public KafkaSink<Refusal> refused(String topic) {
    return sink(
        topic,
        new ContractRecords<>(
            topic,
            format,
            RefusedRecord.getClassSchema().toString(),
            refusal -> refusal.origin().place(),
            RefusedRecords::of));
  }

  private String prefix(String topic) {
    return transactions + '-' + topic;
  }

  /** A sink of records of any kind. */
  public <T> KafkaSink<T> sink(String topic, KafkaRecordSerializationSchema<T> records) {
    Properties properties = new Properties();
    // A trigger does not wait for others to fill a batch.
    properties.setProperty(ProducerConfig.LINGER_MS_CONFIG, "0");
    // Two requests under way on a partition just made can leave the first out of order for ever
    // (RecordWriter).
    properties.setProperty(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "1");
    properties.setProperty(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
    properties.putAll(brokers.properties());
    KafkaSinkBuilder<T> sink =
        KafkaSink.<T>builder()
            .setBootstrapServers(brokers.servers())
            .setKafkaProducerConfig(properties)
            .setRecordSerializer(records)
            .setDeliveryGuarantee(delivery.guarantee());
    if (delivery == Delivery.EXACTLY_ONCE) {
      sink.setTransactionalIdPrefix(prefix(topic))
          .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING);
    }
    return sink.build();
  }
}
