package io.plimsoll.benchmarks.live;

import io.plimsoll.benchmarks.market.PricePath;
import io.plimsoll.contract.Quote;
import io.plimsoll.jobs.loadfactor.AssetState;
import io.plimsoll.jobs.wire.RecordEncoder;
import io.plimsoll.jobs.wire.SingleObject;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends quotes of a random walk to a topic, each when it is due. For one thread. */
public final class QuotePump implements Closeable {

  private final WallClock clock;
  private final PricePath prices;
  private final RecordEncoder encoder;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  public QuotePump(String servers, PricePath prices, WallClock clock) {
    this.clock = clock;
    this.prices = prices;
    this.encoder = new SingleObject(List.of()).encoder("", Quote.getClassSchema());
    Properties properties = new Properties();
    properties.setProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    // A quote does not wait for others to fill a batch, but for the request before it: with several
    // under way there would be one for each quote, and the brokers would be what is measured.
    properties.setProperty(ProducerConfig.LINGER_MS_CONFIG, "0");
    properties.setProperty(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "1");
    producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Sends all that is due within so many seconds; returns when the brokers have it. */
  public void run(String topic, Schedule schedule, long seconds) throws IOException {
    long count = schedule.countIn(seconds);
    for (long i = 0; i < count; i++) {
      schedule.await(i, clock);
      send(topic, TimeUnit.MICROSECONDS.toMillis(schedule.dueMicros(i)));
    }
    producer.flush();
    if (failure.get() != null) {
      throw new IOException("a quote could not be sent", failure.get());
    }
  }

  private void send(String topic, long timestamp) throws IOException {
    for (AssetState state : prices.next().states()) {
      Quote quote =
          new Quote(Instant.ofEpochMilli(timestamp), state.asset(), state.mid(), "", 0.0, null);
      Future<RecordMetadata> unused =
          producer.send(
              new ProducerRecord<>(
                  topic, state.asset().getBytes(StandardCharsets.UTF_8), encoder.encode(quote)),
              (place, cause) -> note(cause));
    }
  }

  /** Called for each record, by the producer's thread; without a cause when it is there. */
  private void note(Exception cause) {
    if (cause != null) {
      failure.compareAndSet(null, cause);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
