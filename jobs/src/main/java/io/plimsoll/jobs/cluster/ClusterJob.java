package io.plimsoll.jobs.cluster;

import io.plimsoll.jobs.codec.StateException;
import io.plimsoll.jobs.rest.JobState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One of the jobs of a local cluster. Whenever it is submitted it goes on from where it was: its
 * newest checkpoint or savepoint.
 */
public final class ClusterJob {

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration SAVEPOINT = Duration.ofSeconds(60);
  private static final Duration END = Duration.ofSeconds(20);

  private final LocalCluster cluster;
  private final OwnJob which;
  private final Installation installation;
  private final Commands commands;
  private final ClusterConfiguration configuration;

  ClusterJob(
      LocalCluster cluster,
      OwnJob which,
      Installation installation,
      Commands commands,
      ClusterConfiguration configuration) {
    this.cluster = cluster;
    this.which = which;
    this.installation = installation;
    this.commands = commands;
    this.configuration = configuration;
  }

  /** What it is submitted with, as {@link #remember} was told; nothing without a job. */
  public List<String> arguments() {
    return kept().arguments();
  }

  /** Keeps what it is to be submitted with, for those who start the cluster again. */
  public void remember(List<String> arguments) {
    keep(kept().with(arguments));
  }

  private KeptJob kept() {
    return cluster.known().job(which);
  }

  private void keep(KeptJob changed) {
    cluster.keep(cluster.known().withJob(which, changed));
  }

  /** The one that is not over, if there is one. */
  public Optional<FlinkRest.Job> running() throws IOException {
    List<String> ids = kept().ids();
    return cluster.flink().jobs().stream()
        .filter(job -> ids.contains(job.id()) && !job.isOver())
        .findFirst();
  }

  /** What it would go on from. */
  public Optional<Path> restorePoint() {
    return RestorePoint.newest(cluster.directory().resolve("data"), kept().ids());
  }

  /**
   * Refuses what no job can go on from.
   *
   * @throws ClusterException for a place that is not there, or not whole
   */
  public static void checkRestorePoint(Path place) {
    if (!RestorePoint.isComplete(place)) {
      throw new ClusterException(
          place
              + " is no savepoint: it is not there, or has no _metadata; allowed is the directory of a"
              + " savepoint or checkpoint");
    }
  }

  /**
   * Submits it, and returns when it runs.
   *
   * @param arguments of the job, its name first: {@code monitor --parameters FILE} …
   * @return its id
   * @throws ClusterException with the job's own line, when it refuses what it was told, or cannot
   *     read what it is to go on from
   * @throws ServerException when it fails
   */
  public String submit(Optional<Integer> parallelism, List<String> arguments) throws IOException {
    return submit(restorePoint(), parallelism, arguments);
  }

  /**
   * Submits one of several jobs, of which each has restore points of its own.
   *
   * @param restorePoint what it goes on from
   * @see #submit(Optional, List)
   */
  public String submit(
      Optional<Path> restorePoint, Optional<Integer> parallelism, List<String> arguments)
      throws IOException {
    Path output = cluster.directory().resolve("log/client.out");
    String id =
        new FlinkClient(configuration.flinkDirectory(), output)
            .submit(
                commands.client(
                    configuration.flink(cluster.known()),
                    properties(),
                    FlinkClient.run(installation.jobJar(), restorePoint, parallelism, arguments)));
    keep(kept().withId(id));
    awaitRunning(id, restorePoint);
    return id;
  }

  /** By which the job in the client finds what a command in the launcher would find. */
  private List<String> properties() {
    return List.of(
        "-D" + Installation.HOME + "=" + installation.home(),
        "-D" + Installation.CONFIGURATION + "=" + installation.configuration(),
        "-D" + Installation.CLUSTER + "=" + cluster.directory());
  }

  /**
   * Waits until every task runs: only then is it known that it can go on from where it is to. One
   * that waits for slots, or has much to restore, is left to it.
   */
  private void awaitRunning(String id, Optional<Path> restorePoint) throws IOException {
    FlinkRest flink = cluster.flink();
    long start = System.nanoTime();
    while (true) {
      String state = flink.state(id);
      boolean runs = state.equals(JobState.RUNNING);
      if (state.equals(JobState.FINISHED) || (runs && flink.allTasksRun(id))) {
        return;
      }
      boolean late = System.nanoTime() - start > START.toNanos();
      if (late && runs && !flink.hasFailed(id)) {
        return;
      }
      if (late || JobState.isOver(state)) {
        throw failed(flink, id, state, restorePoint);
      }
      Waiting.pause();
    }
  }

  /** Nothing is left that would be restarted again and again. */
  private static RuntimeException failed(
      FlinkRest flink, String id, String state, Optional<Path> restorePoint) throws IOException {
    String why = flink.failure(id);
    if (!JobState.isOver(state)) {
      flink.cancel(id);
    }
    String unreadable = StateException.class.getName() + ": ";
    if (why.contains(unreadable) && restorePoint.isPresent()) {
      return new ClusterException(
          restorePoint.orElseThrow()
              + " cannot be gone on from: "
              + why.substring(why.indexOf(unreadable) + unreadable.length()));
    }
    return new ServerException(
        "the job is " + state + ": " + why + "; the JobManager's log says more");
  }

  /**
   * Ends it where it stands, with a savepoint if that can be had; otherwise it is cancelled, and
   * its last checkpoint is what it goes on from.
   *
   * @return the savepoint
   */
  public Optional<String> stop() throws IOException {
    Optional<FlinkRest.Job> job = running();
    if (job.isEmpty()) {
      return Optional.empty();
    }
    String id = job.orElseThrow().id();
    FlinkRest flink = cluster.flink();
    Optional<String> savepoint = Optional.empty();
    try {
      savepoint =
          Optional.of(flink.stop(id, cluster.directory().resolve("data/savepoints"), SAVEPOINT));
    } catch (IOException notNow) {
      flink.cancel(id);
    }
    Waiting.until(END, () -> flink.isOver(id));
    return savepoint;
  }
}
