package io.plimsoll.jobs.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The JobManager of a Flink cluster, by its REST API. */
public final class JobManager {

  /** What is not told yet. */
  static final long NO_WATERMARK = Long.MIN_VALUE;

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int CLIENT_ERROR = 400;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final String address;

  /**
   * A JobManager; nothing is asked yet.
   *
   * @param address host:port of its REST API
   * @throws JobException for what is no such address
   */
  public JobManager(String address) {
    this.address = address;
    if (!address.matches("[^\\s:/]+:\\d{1,5}")) {
      throw new JobException('"' + address + "\" is no JobManager's address; allowed is host:port");
    }
  }

  /**
   * The one job of a name that has not ended.
   *
   * @return its id
   * @throws JobException when there is none, or more than one
   */
  public String only(String name) {
    List<String> found = new ArrayList<>();
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      if (job.path("name").asText().equals(name)
          && !RunningJob.hasEnded(job.path("state").asText())) {
        found.add(job.path("jid").asText());
      }
    }
    if (found.size() != 1) {
      throw new JobException(
          address
              + ": "
              + (found.isEmpty() ? "no job" : found.size() + " jobs")
              + " of the name \""
              + name
              + "\" running there; allowed is one");
    }
    return found.get(0);
  }

  /** What there is to say of a job. */
  RunningJob job(String id) {
    JsonNode job = get("/jobs/" + id);
    List<String> consumers = new ArrayList<>();
    for (JsonNode task : job.path("plan").path("nodes")) {
      if (!task.path("inputs").isEmpty()) {
        consumers.add(task.path("id").asText());
      }
    }
    return new RunningJob(
        id, job.path("state").asText(), job.path("timestamps").path("RUNNING").asLong(), consumers);
  }

  /** The least watermark that has come to the inputs of a task's subtasks, epoch milliseconds. */
  long inputWatermark(String job, String task) {
    JsonNode told = get("/jobs/" + job + "/vertices/" + task + "/watermarks");
    long least = told.isEmpty() ? NO_WATERMARK : Long.MAX_VALUE;
    for (JsonNode subtask : told) {
      least = Math.min(least, subtask.path("value").asLong(NO_WATERMARK));
    }
    return least;
  }

  /** Has a checkpoint taken; the id by which to ask for it. */
  String triggerCheckpoint(String job) {
    HttpRequest.Builder request =
        request("/jobs/" + job + "/checkpoints")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"checkpointType\":\"CONFIGURED\"}"));
    return send(request.build()).path("request-id").asText();
  }

  /** Whether a checkpoint was taken; nothing while it is under way. */
  Optional<Boolean> checkpoint(String job, String request) {
    JsonNode told = get("/jobs/" + job + "/checkpoints/" + request);
    return told.path("status").path("id").asText().equals("COMPLETED")
        ? Optional.of(!told.path("operation").hasNonNull("failureCause"))
        : Optional.empty();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://" + address + path)).timeout(TIMEOUT);
  }

  private JsonNode get(String path) {
    return send(request(path).GET().build());
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= CLIENT_ERROR) {
        throw new IOException("answers " + answer.statusCode() + " to " + request.uri().getPath());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw JobException.noAnswer(
          address
              + ": no JobManager answers ("
              + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
              + "); allowed is host:port of one that does",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobException(address + ": interrupted while asking it");
    }
  }

  /** Its address. */
  @Override
  public String toString() {
    return address;
  }
}
