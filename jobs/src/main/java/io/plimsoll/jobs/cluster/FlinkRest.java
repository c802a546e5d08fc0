package io.plimsoll.jobs.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Flink's REST interface: what operators ask of a cluster and its jobs. Of several JobManagers the
 * first that answers is asked; any of them knows who leads.
 */
public final class FlinkRest {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final String ANY = "http://any";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<URI> addresses;
  private final HttpClient client;

  /**
   * Speaks to a cluster.
   *
   * @param addresses of its JobManagers, such as {@code http://localhost:8081}
   */
  public FlinkRest(List<URI> addresses, HttpClient client) {
    this.addresses = List.copyOf(addresses);
    this.client = client;
  }

  /**
   * A job of the cluster.
   *
   * @param state as Flink names it: {@code RUNNING}, {@code FAILED} …
   */
  public record Job(String id, String name, String state) {

    /** Whether it will never run again. */
    public boolean isOver() {
      return List.of("FINISHED", "CANCELED", "FAILED").contains(state);
    }
  }

  /** The TaskManagers that have registered. */
  public int taskManagers() throws IOException {
    return get("/overview").path("taskmanagers").asInt();
  }

  /** Slots in which nothing runs. */
  public int freeSlots() throws IOException {
    return get("/overview").path("slots-available").asInt();
  }

  /** All jobs that the cluster remembers, those that run and those that are over. */
  public List<Job> jobs() throws IOException {
    List<Job> jobs = new ArrayList<>();
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      jobs.add(
          new Job(job.path("jid").asText(), job.path("name").asText(), job.path("state").asText()));
    }
    return jobs;
  }

  /** The state of a job, as Flink names it. */
  public String state(String job) throws IOException {
    return get("/jobs/" + job).path("state").asText();
  }

  /** Whether a job is known to be over; while no JobManager answers it is not. */
  public boolean isOver(String job) {
    try {
      return new Job(job, "", state(job)).isOver();
    } catch (IOException notNow) {
      return false;
    }
  }

  /** Why a job failed, in a line. */
  public String failure(String job) throws IOException {
    JsonNode first = get("/jobs/" + job + "/exceptions").at("/exceptionHistory/entries/0");
    List<String> lines = first.path("stacktrace").asText().lines().toList();
    return lines.stream()
        .filter(line -> line.startsWith("Caused by: "))
        .reduce((outer, inner) -> inner)
        .orElse(lines.isEmpty() ? "without a word" : lines.get(0));
  }

  /** Cancels a job; returns before it is over. */
  public void cancel(String job) throws IOException {
    send(request("/jobs/" + job + "?mode=cancel").method("PATCH", body(Map.of())));
  }

  /**
   * Takes a savepoint of a job that goes on.
   *
   * @param directory that all processes of the cluster see
   * @return where the savepoint is
   */
  public String savepoint(String job, Path directory, Duration patience) throws IOException {
    JsonNode trigger =
        send(
            request("/jobs/" + job + "/savepoints")
                .POST(body(Map.of("target-directory", uri(directory)))));
    return await(job, trigger, patience);
  }

  /**
   * Ends a job with a savepoint, and nothing is read after it.
   *
   * @return where the savepoint is
   */
  public String stop(String job, Path directory, Duration patience) throws IOException {
    JsonNode trigger =
        send(
            request("/jobs/" + job + "/stop")
                .POST(body(Map.of("targetDirectory", uri(directory), "drain", false))));
    return await(job, trigger, patience);
  }

  private static String uri(Path directory) {
    return directory.toUri().toString();
  }

  private String await(String job, JsonNode trigger, Duration patience) throws IOException {
    String path = "/jobs/" + job + "/savepoints/" + trigger.path("request-id").asText();
    long start = System.nanoTime();
    while (System.nanoTime() - start < patience.toNanos()) {
      JsonNode answer = get(path);
      if (answer.at("/status/id").asText().equals("COMPLETED")) {
        String location = answer.at("/operation/location").asText();
        if (location.isEmpty()) {
          throw new IOException(
              "no savepoint of job "
                  + job
                  + ": "
                  + answer.at("/operation/failure-cause/stack-trace").asText());
        }
        return location;
      }
      Waiting.pause();
    }
    throw new IOException("no savepoint of job " + job + " within " + patience.toSeconds() + " s");
  }

  /** What the interface answers to GET; any path of its documentation. */
  public JsonNode get(String path) throws IOException {
    return send(request(path).GET());
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
      if (response.statusCode() >= 400) {
        throw new IOException(
            address + path + ": " + response.statusCode() + ": " + response.body().strip());
      }
      return JSON.readTree(response.body());
    }
    throw last;
  }
}
