package io.plimsoll.jobs.monitor;

import io.plimsoll.contract.Level;
import io.plimsoll.contract.MarginEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes margin events to a topic, as a monitor would. */
final class CrossingProducer implements AutoCloseable {

  private final String topic;
  private final KafkaProducer<byte[], byte[]> producer;

  CrossingProducer(String servers, String topic) {
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ProducerConfig.LINGER_MS_CONFIG,
                5),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** The id of the event of an account at an instant. */
  static String id(String account, long instant) {
    return account + '-' + instant;
  }

  void write(String account, long instant, Level from, Level to, boolean backfill)
      throws IOException {
    MarginEvent event =
        MarginEvent.newBuilder()
            .setId(id(account, instant))
            .setAccount(account)
            .setInstant(Instant.ofEpochMilli(instant))
            .setBackfill(backfill)
            .setFrom(from)
            .setTo(to)
            .setHealthFactor(0.98)
            .setAssets(1)
            .setLiabilities(1)
            .setCollateralValue(1)
            .setDebtValue(1000)
            .setEquity(1)
            .build();
    byte[] value = MarginEvent.getEncoder().encode(event).array();
    producer.send(new ProducerRecord<>(topic, account.getBytes(StandardCharsets.UTF_8), value));
  }

  /** Returns when the broker has all of them. */
  void flush() {
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }
}
