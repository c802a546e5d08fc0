package io.plimsoll.jobs.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JobManager of a Flink cluster, by its REST API. */
public final class JobManager {

  /** What is not told yet. */
  static final long NO_WATERMARK = Long.MIN_VALUE;

  private final String address;
  private final RestClient rest;

  /** One that speaks plain HTTP. */
  public JobManager(String address) {
    this(address, Map.of());
  }

  /**
   * A JobManager; nothing is asked yet.
   *
   * @param address host:port of its REST API
   * @param flink options of the cluster, for TLS
   * @throws JobException for what is no such address, and for stores that cannot be read
   */
  public JobManager(String address, Map<String, String> flink) {
    this.address = address;
    this.rest = RestAddress.of(address).client(flink);
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
      if (job.path("name").asText().equals(name) && !JobState.isOver(job.path("state").asText())) {
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
        id,
        job.path("state").asText(),
        job.path("timestamps").path(JobState.RUNNING).asLong(),
        consumers);
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
    return ask(() ->
            rest.post("/jobs/" + job + "/checkpoints", Map.of("checkpointType", "CONFIGURED")))
        .path("request-id")
        .asText();
  }

  /** Whether a checkpoint was taken; nothing while it is under way. */
  Optional<Boolean> checkpoint(String job, String request) {
    JsonNode told = get("/jobs/" + job + "/checkpoints/" + request);
    return told.path("status").path("id").asText().equals("COMPLETED")
        ? Optional.of(!told.path("operation").hasNonNull("failureCause"))
        : Optional.empty();
  }

  private JsonNode get(String path) {
    return ask(() -> rest.get(path));
  }

  /** A question that may find nobody. */
  private interface Question {
    JsonNode answer() throws IOException;
  }

  private JsonNode ask(Question question) {
    try {
      return question.answer();
    } catch (IOException e) {
      throw JobException.noAnswer(
          address
              + ": no JobManager answers ("
              + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
              + "); allowed is host:port of one that does",
          e);
    }
  }

  /** Its address. */
  @Override
  public String toString() {
    return address;
  }
}
