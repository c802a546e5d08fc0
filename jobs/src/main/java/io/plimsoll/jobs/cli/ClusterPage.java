package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.cluster.FlinkRest;
import io.plimsoll.jobs.cluster.LocalCluster;
import io.plimsoll.jobs.cluster.ServerProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A local cluster for people: what runs and where it is. */
final class ClusterPage {

  private ClusterPage() {}

  static void print(LocalCluster cluster, PrintWriter out) {
    lines(cluster).forEach(out::println);
    out.flush();
  }

  private static List<String> lines(LocalCluster cluster) {
    List<String> lines = new ArrayList<>();
    for (ServerProcess process : cluster.processes()) {
      lines.add("%-14s %s".formatted(process.name(), state(process, cluster)));
    }
    try {
      for (FlinkRest.Job job : cluster.flink().jobs()) {
        lines.add("%-14s %-9s %s".formatted("job", job.state(), job.id() + " " + job.name()));
      }
    } catch (IOException silent) {
      lines.add("%-14s %s".formatted("jobs", "no JobManager answers"));
    }
    lines.add("%-14s %s".formatted("logs", cluster.directory().resolve("log")));
    return lines;
  }

  private static String state(ServerProcess process, LocalCluster cluster) {
    if (!process.isRunning()) {
      return "down      " + process.log() + " says why";
    }
    return "%-9s %s".formatted("pid " + process.pid().orElse(0), address(process, cluster));
  }

  private static String address(ServerProcess process, LocalCluster cluster) {
    String metrics = "metrics http://localhost:" + process.ports().get("metrics") + "/metrics";
    return switch (process.role()) {
      case BROKER -> cluster.brokers();
      case ZOOKEEPER -> "localhost:" + process.ports().get("zookeeper");
      case TASKMANAGER -> metrics;
      case CONSOLE -> "http://localhost:" + process.ports().get("http");
      case JOBMANAGER ->
          "web UI " + cluster.webAddresses().get(process.number() - 1) + "  " + metrics;
    };
  }
}
