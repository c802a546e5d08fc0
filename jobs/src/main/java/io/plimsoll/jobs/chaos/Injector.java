package io.plimsoll.jobs.chaos;

import io.plimsoll.jobs.cluster.Role;
import io.plimsoll.jobs.cluster.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Does the faults of one kind. When a call returns, what caused the fault is over. */
final class Injector {

  /** A supervisor's delay, at most. */
  private static final long RESTART_MS = 2_000;

  private static final long BROKER_AWAY_MS = 10_000;

  /** Below and above the timeouts of heartbeats (10 s) and of ZooKeeper's sessions (6 s). */
  private static final long SHORTEST_PAUSE_MS = 1_000;

  private static final long LONGEST_PAUSE_MS = 15_000;
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final Duration FAILURE = Duration.ofSeconds(60);

  private final ChaosCluster cluster;
  private final List<Monitor> monitors;
  private final TimeLimit limit;
  private final Dice dice;
  private final Fault fault;

  Injector(ChaosCluster cluster, List<Monitor> monitors, TimeLimit limit, Dice dice, Fault fault) {
    this.cluster = cluster;
    this.monitors = monitors;
    this.limit = limit;
    this.dice = dice;
    this.fault = fault;
  }

  /** Does it once. */
  void strike() throws IOException, InterruptedException {
    switch (fault) {
      case KILL_TASKMANAGER -> kill(taskManager(), RESTART_MS);
      case KILL_JOBMANAGER -> kill(cluster.leader(), RESTART_MS);
      case KILL_BROKER -> kill(broker(), BROKER_AWAY_MS);
      case PAUSE_TASKMANAGER -> pause(taskManager());
      case PAUSE_JOBMANAGER -> pause(cluster.leader());
      case PAUSE_BROKER -> pause(broker());
      case FAIL_CHECKPOINT -> failCheckpoint();
      case RESTART -> restart();
      case RESCALE -> rescale();
    }
  }

  private ServerProcess taskManager() {
    return cluster.local().process(Role.TASKMANAGER, dice.oneOf(ChaosCluster.TASK_MANAGERS));
  }

  private ServerProcess broker() {
    return cluster.local().process(Role.BROKER, 1);
  }

  private void kill(ServerProcess process, long awayMs) throws InterruptedException {
    process.kill();
    sleep(dice.between(0, awayMs));
    process.start();
  }

  private void pause(ServerProcess process) throws InterruptedException {
    if (!process.isRunning()) {
      process.start(); // it has ended itself after the last pause
    }
    cluster.pause(process);
    try {
      sleep(dice.between(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS));
    } finally {
      cluster.resume(process);
    }
  }

  /**
   * The storage of checkpoints is away until each monitor has missed one: a file stands where the
   * directory was. Rights would not do: a superuser may write wherever he likes.
   */
  private void failCheckpoint() throws IOException, InterruptedException {
    Path storage = cluster.data().resolve("checkpoints");
    Path aside = cluster.data().resolve("checkpoints-aside");
    for (Monitor monitor : monitors) {
      monitor.noteFailedCheckpoints();
    }
    Files.move(storage, aside);
    Files.createFile(storage);
    try {
      for (Monitor monitor : monitors) {
        limit.await(FAILURE, monitor + " misses a checkpoint", monitor::hasFailedAnotherCheckpoint);
      }
    } finally {
      Files.delete(storage);
      Files.move(aside, storage);
    }
  }

  private void restart() throws IOException, InterruptedException {
    for (Monitor monitor : monitors) {
      monitor.stop(limit);
    }
    List<ServerProcess> processes = cluster.local().processes();
    for (int i = processes.size() - 1; i >= 0; i--) {
      Role role = processes.get(i).role();
      if (role == Role.JOBMANAGER || role == Role.TASKMANAGER) {
        processes.get(i).stop(STOP);
      }
    }
    cluster.local().start(cluster.local().plan(), name -> {});
    for (Monitor monitor : monitors) {
      monitor.submit(monitor.parallelism());
    }
  }

  /** 1 → 2 → 3 → 1. */
  private void rescale() throws IOException, InterruptedException {
    for (Monitor monitor : monitors) {
      monitor.stop(limit);
      monitor.submit(monitor.parallelism() % 3 + 1);
    }
  }

  private static void sleep(Duration time) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(time.toMillis());
  }
}
