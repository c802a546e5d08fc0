package io.plimsoll.jobs.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What is done around the start of processes: ports before, the broker's storage, answers after.
 */
final class Startup {

  /** How long all of them may take to answer, on a machine that is busy with their start. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private Startup() {}

  /** Refuses a port that somebody else has, before anything is started. */
  static void refuseTakenPorts(ServerProcess process) {
    for (Map.Entry<String, Integer> port : process.ports().entrySet()) {
      if (!Ports.isFree(port.getValue())) {
        String use = process.name() + "." + port.getKey();
        throw new ClusterException(
            "port %d is taken, which is to be %s; --port %s=N takes another, --free-ports others for all"
                .formatted(port.getValue(), use, use));
      }
    }
  }

  /**
   * Prepares the broker's storage, unless it is.
   *
   * @param command that does it
   */
  static void format(Path directory, List<String> command) {
    if (Files.exists(directory.resolve("data/kafka/meta.properties"))) {
      return;
    }
    Path output = directory.resolve("log/format.out");
    try {
      Files.createDirectories(output.getParent());
      int code =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start()
              .waitFor();
      if (code != 0) {
        String why = LogTail.lastError(output).orElse("exit code " + code);
        throw new ServerException("the broker's storage: " + why + "; " + output + " says more");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted while the broker's storage was prepared");
    }
  }

  /** Waits until a cluster answers: all of its ports, and as many TaskManagers as it has. */
  static void awaitAnswers(LocalCluster cluster) {
    List<ServerProcess> servers = cluster.servers();
    for (ServerProcess process : servers) {
      if (process.role() == Role.ZOOKEEPER || process.role() == Role.BROKER) {
        await(cluster, servers, process.name() + " does not answer", process::answers);
      }
    }
    await(
        cluster,
        servers,
        "not all TaskManagers have registered",
        () -> {
          try {
            return cluster.flink().taskManagers() >= cluster.plan().taskManagers();
          } catch (IOException notYet) {
            return false;
          }
        });
  }

  /** Waits until one process answers on all of its ports. */
  static void awaitAnswer(LocalCluster cluster, ServerProcess process) {
    await(cluster, List.of(process), process.name() + " does not answer", process::answers);
  }

  private static void await(
      LocalCluster cluster,
      List<ServerProcess> needed,
      String otherwise,
      BooleanSupplier condition) {
    boolean answered =
        Waiting.until(
            PATIENCE,
            () -> {
              refuseEnded(needed);
              return condition.getAsBoolean();
            });
    if (!answered) {
      throw new ServerException(
          "%s within %d s; the logs in %s say why"
              .formatted(otherwise, PATIENCE.toSeconds(), cluster.directory().resolve("log")));
    }
  }

  private static void refuseEnded(List<ServerProcess> processes) {
    for (ServerProcess process : processes) {
      if (!process.isRunning()) {
        throw process.ended();
      }
    }
  }
}
