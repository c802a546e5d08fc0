package io.plimsoll.jobs.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.alert.Notice;
import io.plimsoll.jobs.alert.delivery.Delivery;
import io.plimsoll.jobs.alert.delivery.DeliveryRules;
import io.plimsoll.jobs.alert.delivery.Outcome;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What a notifier of some kind sends to a receiver, at a time that a test chooses. */
final class SentNotices implements AutoCloseable {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Receiver receiver = new Receiver();
  private final NotifierSettings settings;
  private final long now;

  /**
   * A receiver, and who tells it.
   *
   * @param path of the notifier's URL
   */
  SentNotices(NotifierSettings.Kind kind, String path, String secretFile, long now)
      throws IOException {
    this.now = now;
    this.settings =
        new NotifierSettings(
            "n", kind, URI.create(receiver.url() + path), secretFile, true, DeliveryRules.DEFAULTS);
  }

  /** The request of a notice that arrives. */
  Receiver.Request request(Notice notice) throws Exception {
    assertThat(outcome(notice)).isEqualTo(Outcome.delivered("HTTP 200"));
    return receiver.requests().get(receiver.requests().size() - 1);
  }

  /** The JSON of a notice that arrives, at a path. */
  JsonNode json(Notice notice, String path) throws Exception {
    Receiver.Request request = request(notice);
    assertThat(request.path()).isEqualTo(path);
    return new ObjectMapper().readTree(request.body());
  }

  /** What becomes of a notice. */
  Outcome outcome(Notice notice) throws Exception {
    return new HttpSender(name -> Optional.of(settings), threads, () -> now)
        .send(new Delivery("n", notice, now))
        .get(20, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    receiver.close();
    threads.shutdownNow();
  }
}
