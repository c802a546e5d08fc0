package io.plimsoll.jobs.chaos;

import io.plimsoll.jobs.cluster.OwnJob;
import io.plimsoll.jobs.kafka.Delivery;
import io.plimsoll.jobs.options.TopicSettings;
import io.plimsoll.jobs.rest.AppliedInstant;
import io.plimsoll.jobs.rest.JobException;
import io.plimsoll.jobs.rest.JobManager;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A monitor in the cluster: one job after the other, each of which goes on from the last. */
final class Monitor {

  private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);
  private static final Duration SAVEPOINT = Duration.ofSeconds(60);
  private static final Duration END = Duration.ofSeconds(60);

  private final ChaosCluster cluster;
  private final Delivery delivery;
  private final Map<String, String> options;
  private Optional<Path> savepoint = Optional.empty();
  private int parallelism;
  private String id = "";
  private int failedCheckpoints;

  /**
   * A monitor, not submitted yet.
   *
   * @param options all that it is told
   */
  Monitor(ChaosCluster cluster, Delivery delivery, Map<String, String> options) {
    this.cluster = cluster;
    this.delivery = delivery;
    this.options = Map.copyOf(options);
  }

  Delivery delivery() {
    return delivery;
  }

  /** Where it reads and writes. */
  TopicSettings topics() {
    return TopicSettings.of(Configuration.fromMap(options));
  }

  int parallelism() {
    return parallelism;
  }

  /** Submits it, from its last savepoint where there is one. */
  void submit(int subtasks) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("monitor"));
    options.forEach((key, value) -> arguments.addAll(List.of("-D", key + '=' + value)));
    parallelism = subtasks;
    id = cluster.local().job(OwnJob.MONITOR).submit(savepoint, Optional.of(subtasks), arguments);
  }

  /** Ends it with a savepoint; a job that is about to restart is asked again. */
  void stop(TimeLimit limit) throws InterruptedException {
    limit.await(
        SAVEPOINT.multipliedBy(2),
        this + " is stopped with a savepoint",
        () -> {
          try {
            String location =
                cluster.rest().stop(id, cluster.data().resolve("savepoints"), SAVEPOINT);
            savepoint = Optional.of(Path.of(java.net.URI.create(location)));
            return true;
          } catch (IOException notNow) {
            return false;
          }
        });
    awaitOver(limit);
  }

  private void awaitOver(TimeLimit limit) throws InterruptedException {
    limit.await(END, this + " is over", () -> cluster.rest().isOver(id));
  }

  /** Ends it for good, if it can be had by now: its slots are needed. */
  void cancel() throws InterruptedException {
    TimeLimit limit = TimeLimit.in(END);
    try {
      limit.await(
          END,
          this + " is cancelled",
          () -> {
            try {
              cluster.rest().cancel(id);
              return true;
            } catch (IOException notNow) {
              return false;
            }
          });
      awaitOver(limit);
    } catch (ChaosException e) {
      LOG.warn("a job is left behind", e);
    }
  }

  /** Whether all tasks have applied all before an instant; not while nobody can tell. */
  boolean hasPassed(long instant) {
    for (JobManager manager : cluster.managers()) {
      try {
        return new AppliedInstant(manager, id).now() >= instant;
      } catch (JobException notNow) {
        // the next one may know
      }
    }
    return false;
  }

  /** Waits until all up to the last instant is applied, and what was issued can be read. */
  void awaitEnd(long instant, TimeLimit limit, Duration patience) throws InterruptedException {
    limit.await(patience, this + " has applied the last instant", () -> hasPassed(instant));
    new AppliedInstant(cluster.managers().get(0), id).await(instant, patience, reached -> {});
  }

  void noteFailedCheckpoints() throws IOException {
    failedCheckpoints = countFailedCheckpoints();
  }

  boolean hasFailedAnotherCheckpoint() {
    try {
      return countFailedCheckpoints() > failedCheckpoints;
    } catch (IOException notNow) {
      return false;
    }
  }

  private int countFailedCheckpoints() throws IOException {
    return cluster.rest().get("/jobs/" + id + "/checkpoints").path("counts").path("failed").asInt();
  }

  /** For people. */
  @Override
  public String toString() {
    return "the monitor " + delivery;
  }
}
