package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.cluster.ClusterJob;
import io.plimsoll.jobs.cluster.ClusterLock;
import io.plimsoll.jobs.cluster.LocalCluster;
import io.plimsoll.jobs.cluster.OwnJob;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plimsoll down}. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Stops the local cluster: its jobs with a savepoint each, then every process.",
      "Topics and savepoints stay, and the next up goes on with them."
    })
final class DownCommand implements Callable<Integer> {

  @Mixin private ClusterOption option = new ClusterOption();

  @Option(
      names = "--delete",
      description = "Without a savepoint, and deletes all of it: topics, checkpoints, logs.")
  private boolean delete;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    LocalCluster cluster = option.cluster();
    PrintWriter err = spec.commandLine().getErr();
    if (!cluster.exists()) {
      say(err, "no cluster in " + cluster.directory());
      return 0;
    }
    ClusterLock lock = ClusterLock.of(cluster.directory());
    try {
      if (!cluster.isRunning()) {
        say(err, "nothing runs");
      } else {
        if (!delete) {
          stopJobs(cluster, err);
        }
        say(err, "stopping the processes");
        cluster.stop();
      }
      if (delete) {
        cluster.delete();
        say(err, "deleted " + cluster.directory());
      }
    } finally {
      lock.release();
    }
    return 0;
  }

  /** The alerts last: they are what people hear of the monitor by. */
  private static void stopJobs(LocalCluster cluster, PrintWriter err) {
    try {
      for (OwnJob which : OwnJob.values()) {
        ClusterJob job = cluster.job(which);
        if (job.running().isPresent()) {
          say(err, "stopping the " + which.command());
          say(
              err,
              job.stop()
                  .map(savepoint -> "its savepoint: " + savepoint)
                  .orElse("no savepoint; it will go on from its last checkpoint"));
        }
      }
    } catch (IOException e) {
      say(err, "no JobManager answers; jobs will go on from their last checkpoints");
    }
  }

  private static void say(PrintWriter err, String line) {
    err.println(line);
    err.flush();
  }
}
