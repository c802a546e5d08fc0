package io.plimsoll.benchmarks.latency;

import io.plimsoll.benchmarks.live.WallClock;
import io.plimsoll.jobs.wire.RecordDecoder;
import io.plimsoll.jobs.wire.SingleObject;
import io.plimsoll.jobs.wire.UndecodableException;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a topic from its end on and counts how late each record is: from the millisecond that it
 * bears, which began up to one earlier, to when it is in hand. For one thread.
 */
final class ArrivalReader implements Closeable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(10);
  private static final int DIGITS = 3;

  private final WallClock clock;
  private final String field;
  private final int sample;
  private final RecordDecoder decoder;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private long seen;

  /**
   * A reader at the end of a topic.
   *
   * @param schema of its records
   * @param field of theirs that holds the instant
   * @param sample one record in so many is looked at: looking takes time from what is measured
   */
  ArrivalReader(
      String servers, String topic, Schema schema, String field, int sample, WallClock clock) {
    this.clock = clock;
    this.field = field;
    this.sample = sample;
    this.decoder = new SingleObject(List.of()).decoder(schema);
    Properties properties = new Properties();
    properties.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    for (TopicPartition partition : partitions) {
      long unused = consumer.position(partition); // seeking waits until it is asked for
    }
  }

  /**
   * Reads until nothing has come for a while after the last instant that counts.
   *
   * @param from first millisecond that counts
   * @param to the one after the last
   * @param quiet how long nothing comes when all has come
   * @return microseconds
   */
  Histogram read(long from, long to, Duration quiet) throws IOException {
    Histogram late = new Histogram(HIGHEST_MICROS, DIGITS);
    long heard = clock.micros();
    long end = TimeUnit.MILLISECONDS.toMicros(to) + TimeUnit.NANOSECONDS.toMicros(quiet.toNanos());
    while (clock.micros() < end || clock.micros() - heard < quiet.toNanos() / 1_000) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      long now = clock.micros();
      for (ConsumerRecord<byte[], byte[]> record : records) {
        heard = now;
        if (seen++ % sample == 0) {
          long instant = instant(record);
          if (instant >= from && instant < to) {
            late.recordValue(
                Math.min(HIGHEST_MICROS, now - TimeUnit.MILLISECONDS.toMicros(instant)));
          }
        }
      }
    }
    return late;
  }

  private long instant(ConsumerRecord<byte[], byte[]> record) throws IOException {
    try {
      return (Long) decoder.decode(record.value()).get(field);
    } catch (UndecodableException e) {
      throw new IOException("topic " + record.topic() + ", offset " + record.offset(), e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
