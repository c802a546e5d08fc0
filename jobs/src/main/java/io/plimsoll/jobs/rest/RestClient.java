package io.plimsoll.jobs.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Questions and answers over Flink's REST interface. Of several JobManagers the first that answers
 * is asked; any of them knows who leads.
 */
public final class RestClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final String ANY = "http://any";
  private static final int REDIRECTION = 300;
  private static final int CLIENT_ERROR = 400;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<URI> addresses;
  private final HttpClient client;

  /**
   * Speaks to a cluster; nothing is asked yet.
   *
   * @param addresses of its JobManagers, such as {@code http://localhost:8081}
   * @param client by {@link RestTls}, where they speak TLS
   */
  public RestClient(List<URI> addresses, HttpClient client) {
    this.addresses = List.copyOf(addresses);
    this.client = client;
  }

  /**
   * What the interface answers to GET.
   *
   * @param path any of its documentation
   * @throws IOException when nobody answers, or the answer is no
   */
  public JsonNode get(String path) throws IOException {
    return send(request(path).GET());
  }

  /** What it answers to POST, as {@link #get} does. */
  public JsonNode post(String path, Map<String, Object> fields) throws IOException {
    return send(request(path).POST(body(fields)));
  }

  /** What it answers to PATCH, as {@link #get} does. */
  public JsonNode patch(String path, Map<String, Object> fields) throws IOException {
    return send(request(path).method("PATCH", body(fields)));
  }

  private static HttpRequest.Builder request(String path) {
    // The address is put before it when it is sent.
    return HttpRequest.newBuilder(URI.create(ANY + path))
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json");
  }

  private static HttpRequest.BodyPublisher body(Map<String, Object> fields) throws IOException {
    return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(fields));
  }

  /** One JobManager does not answer: the next is asked. An answer that says no is an answer. */
  private JsonNode send(HttpRequest.Builder request) throws IOException {
    IOException last = new IOException("no JobManager is known");
    String path = request.build().uri().toString().substring(ANY.length());
    for (URI address : addresses) {
      HttpResponse<String> response;
      try {
        response =
            client.send(
                request.uri(URI.create(address + path)).build(),
                HttpResponse.BodyHandlers.ofString());
      } catch (IOException silent) {
        last = silent;
        continue;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(address + ": interrupted while waiting for an answer", e);
      }
      return json(address + path, response);
    }
    throw last;
  }

  private static JsonNode json(String asked, HttpResponse<String> response) throws IOException {
    int status = response.statusCode();
    if (status >= REDIRECTION && status < CLIENT_ERROR) {
      throw new IOException(asked + ": " + status + ": it speaks TLS; see security.ssl.rest");
    }
    if (status >= CLIENT_ERROR) {
      throw new IOException(asked + ": " + status + ": " + response.body().strip());
    }
    return JSON.readTree(response.body());
  }
}
