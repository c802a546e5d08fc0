package io.plimsoll.jobs.wire;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Asks a registry over HTTP, more than once if it fails for a moment. */
final class RegistryClient {

  private static final String TYPE = "application/vnd.schemaregistry.v1+json";
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  /** One for all partitions, by truststore: each client has a thread of its own. */
  private static final Map<String, HttpClient> CLIENTS = new ConcurrentHashMap<>();

  private final RegistryAddress address;
  private final Patience patience;

  RegistryClient(RegistryAddress address, Patience patience) {
    this.address = address;
    this.patience = patience;
  }

  /** What it says to a path, whatever it is. */
  RegistryAnswer get(String path) {
    return send(request(path).GET());
  }

  /** What it says to what is posted there, whatever it is. */
  RegistryAnswer post(String path, String json) {
    return send(
        request(path).header("Content-Type", TYPE).POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address.url() + path)).header("Accept", TYPE);
  }

  private RegistryAnswer send(HttpRequest.Builder request) {
    long pause = patience.pause().toNanos();
    for (int attempt = 1; ; attempt++) {
      RegistryCredentials.header(address)
          .ifPresent(header -> request.setHeader("Authorization", header));
      String failure;
      try {
        HttpResponse<String> response = await(request.build());
        RegistryAnswer answer = new RegistryAnswer(response.statusCode(), response.body());
        if (answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN) {
          throw failed("does not let us in: it answers " + answer);
        }
        if (answer.status() < SERVER_ERROR && answer.status() != TOO_MANY) {
          return answer;
        }
        failure = "answers " + answer;
      } catch (ExecutionException e) {
        failure = "does not answer (" + e.getCause() + ')';
      } catch (TimeoutException e) {
        failure = "does not answer within " + patience.timeout().toMillis() + " ms";
      }
      if (attempt == patience.attempts()) {
        throw failed(failure + ", asked " + attempt + " times");
      }
      LockSupport.parkNanos(pause);
      pause *= 2;
    }
  }

  private HttpResponse<String> await(HttpRequest request)
      throws ExecutionException, TimeoutException {
    CompletableFuture<HttpResponse<String>> answer =
        CLIENTS
            .computeIfAbsent(address.truststoreFile(), truststore -> connect())
            .sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      // The timeout of a request would end at its headers: a body may trickle for ever.
      return answer.get(patience.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("interrupted while it was asked");
    } finally {
      answer.cancel(true); // without effect on what is there
    }
  }

  private HttpClient connect() {
    // Its answers are small, and not every server or proxy takes an upgrade to HTTP/2 with a body.
    HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    RegistryTrust.context(address).ifPresent(builder::sslContext);
    return builder.build();
  }

  /** A failure of this registry, in one line. */
  RegistryException failed(String what) {
    return new RegistryException("schema registry " + address.url() + ": " + what);
  }
}
