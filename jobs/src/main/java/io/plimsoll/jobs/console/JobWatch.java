package io.plimsoll.jobs.console;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.jobs.rest.JobState;
import io.plimsoll.jobs.rest.RestClient;
import java.io.IOException;
import java.util.Optional;

/** How a monitor's job is, as its JobManager says. Asked by one thread, read by any. */
final class JobWatch {

  private final RestClient rest;
  private final String jobName;
  private volatile Told told;

  /**
   * What was told last.
   *
   * @param state Flink's name of it, or UNKNOWN
   * @param since when it came to that state, epoch milliseconds
   * @param restarts since it was submitted
   * @param checkpoint when the last one was complete, if there was one, epoch milliseconds
   * @param checkpointMs how long that took
   * @param error why nothing is known, in a line
   */
  private record Told(
      String state,
      Optional<Long> since,
      Optional<Long> restarts,
      Optional<Long> checkpoint,
      Optional<Long> checkpointMs,
      long failedCheckpoints,
      Optional<String> error) {

    static Told nothing(String error) {
      return new Told(
          "UNKNOWN",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          0,
          Optional.of(error));
    }
  }

  /** A watch of the job of a name; nothing is asked yet. */
  JobWatch(RestClient rest, String jobName) {
    this.rest = rest;
    this.jobName = jobName;
    this.told = Told.nothing("not asked yet");
  }

  /** Asks. */
  void look() {
    try {
      told = ask();
    } catch (IOException e) {
      told =
          Told.nothing(
              "no JobManager answers: "
                  + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
    }
  }

  private Told ask() throws IOException {
    Optional<String> id = newest();
    if (id.isEmpty()) {
      return Told.nothing("no job of the name " + jobName);
    }
    String path = "/jobs/" + id.orElseThrow();
    JsonNode job = rest.get(path);
    JsonNode checkpoints = rest.get(path + "/checkpoints");
    JsonNode completed = checkpoints.at("/latest/completed");
    JsonNode restarts = rest.get(path + "/metrics?get=numRestarts").path(0);
    String state = job.path("state").asText();
    return new Told(
        state,
        number(job.path("timestamps").path(state)),
        Optional.of(restarts.path("value").asText())
            .filter(text -> text.matches("\\d+"))
            .map(Long::valueOf),
        number(completed.path("latest_ack_timestamp")),
        number(completed.path("end_to_end_duration")),
        checkpoints.at("/counts/failed").asLong(),
        Optional.empty());
  }

  /** One that is not over, if there is one. */
  private Optional<String> newest() throws IOException {
    Optional<String> found = Optional.empty();
    long start = Long.MIN_VALUE;
    for (JsonNode job : rest.get("/jobs/overview").path("jobs")) {
      boolean over = JobState.isOver(job.path("state").asText());
      long rank = job.path("start-time").asLong() + (over ? 0 : Long.MAX_VALUE / 2);
      if (job.path("name").asText().equals(jobName) && rank > start) {
        found = Optional.of(job.path("jid").asText());
        start = rank;
      }
    }
    return found;
  }

  private static Optional<Long> number(JsonNode node) {
    return node.canConvertToLong() && node.asLong() > 0
        ? Optional.of(node.asLong())
        : Optional.empty();
  }

  /** Writes it as an object. */
  void write(JsonGenerator json) throws IOException {
    Told now = told;
    json.writeStartObject();
    json.writeStringField("name", jobName);
    json.writeStringField("state", now.state());
    number(json, "since", now.since());
    number(json, "restarts", now.restarts());
    number(json, "lastCheckpoint", now.checkpoint());
    number(json, "checkpointMs", now.checkpointMs());
    json.writeNumberField("failedCheckpoints", now.failedCheckpoints());
    json.writeStringField("error", now.error().orElse(null));
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String name, Optional<Long> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }
}
