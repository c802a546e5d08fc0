package io.plimsoll.jobs.chaos;

import io.plimsoll.jobs.feed.Feed;
import io.plimsoll.jobs.feed.FeedResult;
import io.plimsoll.jobs.feed.Heartbeats;
import io.plimsoll.jobs.feed.Speed;
import io.plimsoll.jobs.files.PlayedFiles;
import io.plimsoll.jobs.kafka.Brokers;
import io.plimsoll.jobs.kafka.RecordWriter;
import io.plimsoll.jobs.options.TopicSettings;
import java.io.Closeable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.acl.AclOperation;

/**
 * A history on its way into the topics, by a thread of its own, at a pace that never brings it to
 * its end: always so fast that what is left would last as long as it still has to. What happens to
 * the brokers meanwhile it has to survive.
 */
final class FedHistory implements Closeable {

  private static final long HEARTBEAT_MS = 200;
  private static final long REPACE_MS = 200;

  /** A broker that starts anew while all others want the processor may take its minutes. */
  private static final String PATIENCE_MS = "300000";

  private final History history;
  private final RecordWriter writer;
  private final Feed feed;
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
  private final Future<FeedResult> result;
  private volatile double secondsToLast;
  private volatile boolean paced = true;

  /**
   * Starts to feed: up to the first event in a few seconds, and what is left then as {@link #last}.
   */
  FedHistory(History history, TopicSettings settings, double seconds) {
    this.history = history;
    this.secondsToLast = seconds;
    Map<String, Integer> partitions =
        settings
            .brokers()
            .partitions(settings.inputs().names(), AclOperation.WRITE, settings.startTimeout());
    this.writer =
        new RecordWriter(
            patient(settings.brokers()), settings.inputs(), partitions, settings.format());
    Heartbeats heartbeats =
        new Heartbeats(HEARTBEAT_MS, settings.maxLateness().toMillis(), writer::heartbeat);
    this.feed = new Feed(history.openingSpeed(), heartbeats, writer::send, progress -> {});
    this.result = threads.submit(this::run);
    Future<?> unused =
        threads.scheduleAtFixedRate(this::repace, REPACE_MS, REPACE_MS, TimeUnit.MILLISECONDS);
  }

  private static Brokers patient(Brokers brokers) {
    Map<String, String> client = new HashMap<>(brokers.client());
    client.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
    client.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    return new Brokers(brokers.servers(), client);
  }

  private FeedResult run() throws Exception {
    try (PlayedFiles rows = history.rows()) {
      FeedResult fed = feed.run(rows);
      writer.flush();
      return fed;
    }
  }

  private synchronized void repace() {
    if (paced) {
      feed.go(history.speed(feed.reached(), secondsToLast));
    }
  }

  /** From now on, what is left is to last so long. */
  void last(double seconds) {
    secondsToLast = seconds;
  }

  /** Event time that has passed, epoch milliseconds: nothing after it was sent. */
  long reached() {
    return feed.reached();
  }

  boolean hasOpened() {
    return feed.reached() >= history.opening();
  }

  /** That it still goes on. */
  void check() throws InterruptedException {
    if (result.isDone()) {
      finish(Duration.ZERO); // says why, where it has failed
      throw new ChaosException("the history was fed before the last fault");
    }
  }

  /** Sends the rest as fast as it goes. */
  FeedResult finish(Duration patience) throws InterruptedException {
    synchronized (this) {
      paced = false;
      feed.go(Speed.MAX);
    }
    try {
      return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new ChaosException("the history cannot be fed: " + e.getCause().getMessage(), e);
    } catch (TimeoutException e) {
      throw new ChaosException("the history is not fed within " + patience.toSeconds() + " s", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    writer.close();
  }
}
