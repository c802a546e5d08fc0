package io.plimsoll.jobs.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.jobs.rest.JobState;
import io.plimsoll.jobs.rest.RestClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What operators ask of a cluster and its jobs. */
public final class FlinkRest {

  private static final Set<String> TASK_RUNS = Set.of("RUNNING", "FINISHED");

  private final RestClient rest;

  /** Speaks to a cluster. */
  public FlinkRest(RestClient rest) {
    this.rest = rest;
  }

  /**
   * A job of the cluster.
   *
   * @param state as Flink names it: {@code RUNNING}, {@code FAILED} …
   */
  public record Job(String id, String name, String state) {

    /** Whether it will never run again. */
    public boolean isOver() {
      return JobState.isOver(state);
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

  /** Whether all tasks of a job run, or have run to their end: they have what they go on from. */
  public boolean allTasksRun(String job) throws IOException {
    for (JsonNode task : get("/jobs/" + job).path("vertices")) {
      if (!TASK_RUNS.contains(task.path("status").asText())) {
        return false;
      }
    }
    return true;
  }

  /** Whether a job has failed and been restarted since it began. */
  public boolean hasFailed(String job) throws IOException {
    return !get("/jobs/" + job + "/exceptions").at("/exceptionHistory/entries").isEmpty();
  }

  /** Whether a job is known to be over; while no JobManager answers it is not. */
  public boolean isOver(String job) {
    try {
      return JobState.isOver(state(job));
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
    JsonNode unused = rest.patch("/jobs/" + job + "?mode=cancel", Map.of());
  }

  /**
   * Takes a savepoint of a job that goes on.
   *
   * @param directory that all processes of the cluster see
   * @return where the savepoint is
   */
  public String savepoint(String job, Path directory, Duration patience) throws IOException {
    JsonNode trigger =
        rest.post("/jobs/" + job + "/savepoints", Map.of("target-directory", uri(directory)));
    return await(job, trigger, patience);
  }

  /**
   * Ends a job with a savepoint, and nothing is read after it.
   *
   * @return where the savepoint is
   */
  public String stop(String job, Path directory, Duration patience) throws IOException {
    JsonNode trigger =
        rest.post(
            "/jobs/" + job + "/stop", Map.of("targetDirectory", uri(directory), "drain", false));
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
    return rest.get(path);
  }
}
