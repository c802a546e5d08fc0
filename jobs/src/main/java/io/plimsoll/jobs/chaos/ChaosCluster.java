package io.plimsoll.jobs.chaos;

import io.plimsoll.jobs.cluster.ClusterPlan;
import io.plimsoll.jobs.cluster.FlinkRest;
import io.plimsoll.jobs.cluster.Installation;
import io.plimsoll.jobs.cluster.LocalCluster;
import io.plimsoll.jobs.cluster.Role;
import io.plimsoll.jobs.cluster.ServerProcess;
import io.plimsoll.jobs.rest.JobManager;
import io.plimsoll.jobs.rest.RestClient;
import java.io.Closeable;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The cluster that is hurt: two JobManagers with ZooKeeper, a broker and as many slots as two jobs
 * of parallelism 3 need. For one thread.
 */
final class ChaosCluster implements Closeable {

  static final int TASK_MANAGERS = 3;

  private static final ClusterPlan PLAN =
      ClusterPlan.DEFAULT
          .withHighAvailability(true)
          .withTaskManagers(TASK_MANAGERS)
          .withFreePorts()
          // Each TaskManager has something to lose.
          .withFlink("taskmanager.load-balance.mode", "SLOTS")
          // No recovery is seen sooner than its figures are fetched.
          .withFlink("metrics.fetcher.update-interval", "200ms");

  private final LocalCluster cluster;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, JobManager> managers = new HashMap<>();
  private final Set<String> paused = new HashSet<>();
  private boolean closed;

  ChaosCluster(Path directory, Installation installation) {
    this.cluster = LocalCluster.in(directory, installation);
  }

  LocalCluster local() {
    return cluster;
  }

  /** Starts it new, without what an earlier run left. */
  void start(Consumer<String> told) {
    cluster.delete();
    cluster.start(PLAN, told);
  }

  /** Where jobs leave what they can be restored from. */
  Path data() {
    return cluster.directory().resolve("data");
  }

  /** The JobManager that leads, or, while the last one is dead, the one that is to lead. */
  ServerProcess leader() {
    int port = Leader.address(cluster.directory().resolve("conf")).getPort();
    List<ServerProcess> jobManagers = of(Role.JOBMANAGER);
    return jobManagers.stream()
        .filter(process -> process.ports().get("rest") == port && process.isRunning())
        .findFirst()
        .or(() -> jobManagers.stream().filter(ServerProcess::isRunning).findFirst())
        .orElse(jobManagers.get(0));
  }

  List<ServerProcess> of(Role role) {
    return cluster.processes().stream().filter(process -> process.role() == role).toList();
  }

  void pause(ServerProcess process) {
    process.pause();
    paused.add(process.name());
  }

  void resume(ServerProcess process) {
    paused.remove(process.name());
    process.resume();
  }

  /** Starts what has ended, as a supervisor does: some processes end themselves to begin anew. */
  synchronized void supervise() {
    if (!closed) {
      cluster.processes().forEach(ServerProcess::start);
    }
  }

  /** The JobManagers that may answer: who is paused would keep everybody waiting. */
  private List<ServerProcess> answering() {
    return of(Role.JOBMANAGER).stream()
        .filter(process -> process.isRunning() && !paused.contains(process.name()))
        .toList();
  }

  FlinkRest rest() {
    List<URI> addresses = new ArrayList<>();
    answering().forEach(process -> addresses.add(URI.create("http://" + address(process))));
    return new FlinkRest(new RestClient(addresses, client));
  }

  /** The same JobManagers, for how far a job has come. */
  List<JobManager> managers() {
    return answering().stream()
        .map(process -> managers.computeIfAbsent(address(process), JobManager::new))
        .toList();
  }

  private static String address(ServerProcess process) {
    return "localhost:" + process.ports().get("rest");
  }

  /** Ends all of it; data and logs stay. For any thread. */
  @Override
  public synchronized void close() {
    closed = true; // what ends from now on is not to be started again
    cluster.stop();
  }
}
