package io.plimsoll.jobs.monitor;

import io.plimsoll.jobs.kafka.InputRecord;
import io.plimsoll.jobs.wire.RecordEncoder;
import io.plimsoll.jobs.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What tests write to topics and read from them. */
final class TopicClient {

  private final String servers;

  TopicClient(String servers) {
    this.servers = servers;
  }

  /**
   * Writes a case to topics of a prefix, with poison among its records.
   *
   * @param every so many records are followed by one that nobody can read
   * @return the poison written
   */
  List<ProducerRecord<byte[], byte[]>> feed(
      List<InputRecord> records, String prefix, WireFormat format, int every, int maxBytes) {
    List<ProducerRecord<byte[], byte[]>> poison = new ArrayList<>();
    Map<String, RecordEncoder> encoders = new HashMap<>();
    Random dice = new Random(20261128);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                4 * maxBytes,
                ProducerConfig.LINGER_MS_CONFIG,
                5),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      int sent = 0;
      for (InputRecord record : records) {
        String topic = prefix + record.kind().name().toLowerCase(Locale.ROOT);
        byte[] key = record.key().getBytes(StandardCharsets.UTF_8);
        byte[] value =
            encoders
                .computeIfAbsent(topic, t -> format.encoder(t, record.value().getSchema()))
                .encode(record.value());
        producer.send(new ProducerRecord<>(topic, key, value));
        if (++sent % every == 0) {
          ProducerRecord<byte[], byte[]> bad =
              new ProducerRecord<>(
                  topic, key, Poison.of(sent / every % Poison.KINDS, value, dice, maxBytes));
          producer.send(bad);
          poison.add(bad);
        }
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return poison;
  }

  /** Writes one record. */
  void write(ProducerRecord<byte[], byte[]> record) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record).get();
    }
  }

  /** All committed records of a topic by now, in the order of each partition. */
  List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }
}
