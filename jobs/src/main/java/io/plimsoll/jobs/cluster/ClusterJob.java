package io.plimsoll.jobs.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The job of a local cluster. Whenever it is submitted it goes on from where it was: its newest
 * checkpoint or savepoint.
 */
public final class ClusterJob {

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration SAVEPOINT = Duration.ofSeconds(60);
  private static final Duration END = Duration.ofSeconds(20);

  private final LocalCluster cluster;
  private final Installation installation;
  private final Commands commands;
  private final ClusterConfiguration configuration;

  ClusterJob(
      LocalCluster cluster,
      Installation installation,
      Commands commands,
      ClusterConfiguration configuration) {
    this.cluster = cluster;
    this.installation = installation;
    this.commands = commands;
    this.configuration = configuration;
  }

  /** What it is submitted with, as {@link #remember} was told; nothing without a job. */
  public List<String> arguments() {
    return cluster.known().job();
  }

  /** Keeps what it is to be submitted with, for those who start the cluster again. */
  public void remember(List<String> arguments) {
    cluster.keep(cluster.known().withJob(arguments));
  }

  /** The one that is not over, if there is one. */
  public Optional<FlinkRest.Job> running() throws IOException {
    List<String> ids = cluster.known().jobIds();
    return cluster.flink().jobs().stream()
        .filter(job -> ids.contains(job.id()) && !job.isOver())
        .findFirst();
  }

  /** What it would go on from. */
  public Optional<Path> restorePoint() {
    return RestorePoint.newest(cluster.directory().resolve("data"), cluster.known().jobIds());
  }

  /**
   * Submits it, and returns when it runs.
   *
   * @param arguments of the job, its name first: {@code monitor --parameters FILE} …
   * @return its id
   * @throws ClusterException with the job's own line, when it refuses what it was told
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
    cluster.keep(cluster.known().withJobId(id));
    awaitRunning(id);
    return id;
  }

  /** By which the job in the client finds what a command in the launcher would find. */
  private List<String> properties() {
    return List.of(
        "-D" + Installation.HOME + "=" + installation.home(),
        "-D" + Installation.CONFIGURATION + "=" + installation.configuration(),
        "-D" + Installation.CLUSTER + "=" + cluster.directory());
  }

  private void awaitRunning(String id) throws IOException {
    FlinkRest flink = cluster.flink();
    long start = System.nanoTime();
    String state = flink.state(id);
    while (!state.equals("RUNNING")) {
      if (state.equals("FAILED") || System.nanoTime() - start > START.toNanos()) {
        throw new ServerException(
            "the job is " + state + ": " + flink.failure(id) + "; the JobManager's log says more");
      }
      Waiting.pause();
      state = flink.state(id);
    }
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
