package io.plimsoll.jobs.alert.notify;

import io.plimsoll.jobs.alert.delivery.Delivery;
import io.plimsoll.jobs.alert.delivery.Dispatcher;
import io.plimsoll.jobs.alert.delivery.HttpOutcomes;
import io.plimsoll.jobs.alert.delivery.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Says a notice to its notifier by HTTP, once. No redirection is followed: it could lead anywhere.
 * What is reported holds the status and kinds of errors, no part of the URL, of headers or of
 * bodies.
 */
public final class HttpSender implements Dispatcher.Sender {

  private final Function<String, Optional<NotifierSettings>> notifiers;
  private final Executor threads;
  private final LongSupplier clock;
  private final HttpClient client;

  /**
   * A sender.
   *
   * @param notifiers what there is to know of one, by its name
   * @param threads where requests are made: names are looked up and files read, which may take time
   * @param clock epoch milliseconds
   */
  public HttpSender(
      Function<String, Optional<NotifierSettings>> notifiers,
      Executor threads,
      LongSupplier clock) {
    this.notifiers = notifiers;
    this.threads = threads;
    this.clock = clock;
    // Not every server or proxy takes an upgrade to HTTP/2 with a body.
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public CompletableFuture<Outcome> send(Delivery delivery) {
    Optional<NotifierSettings> known = notifiers.apply(delivery.notifier());
    if (known.isEmpty()) {
      return CompletableFuture.completedFuture(
          Outcome.refused("there is no such notifier any more"));
    }
    NotifierSettings settings = known.orElseThrow();
    // To look a name up may take longer than its request is allowed to.
    return CompletableFuture.supplyAsync(() -> sent(settings, delivery), threads)
        .completeOnTimeout(
            Outcome.failed("no answer"), 2 * settings.rules().timeoutMs(), TimeUnit.MILLISECONDS);
  }

  private Outcome sent(NotifierSettings settings, Delivery delivery) {
    try {
      HttpRequest.Builder request =
          notifier(settings).request(delivery.notice(), clock.getAsLong());
      // The client looks the name up again, within the time for which the JDK remembers it.
      if (!settings.allowPrivate() && AddressGuard.hasPrivate(settings.url().getHost())) {
        return Outcome.refused("a private address; allowed with allowPrivate: true");
      }
      return exchange(request, settings.rules().timeoutMs());
    } catch (NotifierException e) {
      return Outcome.failed(e.getMessage());
    } catch (UnknownHostException e) {
      return Outcome.failed("no address of that name");
    } catch (IOException e) {
      return Outcome.failed(e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.failed("interrupted");
    }
  }

  private Outcome exchange(HttpRequest.Builder request, long timeoutMs)
      throws IOException, InterruptedException {
    HttpRequest built = request.timeout(Duration.ofMillis(timeoutMs)).build();
    HttpResponse<InputStream> answer = client.send(built, BodyHandlers.ofInputStream());
    // What it says beyond the status is not read: it might never end.
    answer.body().close();
    return HttpOutcomes.of(
        answer.statusCode(), answer.headers().firstValue("Retry-After"), clock.getAsLong());
  }

  private static Notifier notifier(NotifierSettings settings) {
    return switch (settings.kind()) {
      case WEBHOOK -> new WebhookNotifier(settings);
      case ALERTMANAGER -> new AlertmanagerNotifier(settings);
      case PAGERDUTY -> new PagerDutyNotifier(settings);
      case SLACK -> new SlackNotifier(settings);
    };
  }
}
