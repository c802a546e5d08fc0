package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.cluster.LocalCluster;
import io.plimsoll.jobs.cluster.ServerProcess;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plimsoll status}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Prints what of the local cluster runs, and where; exit code 1 unless all of it does.")
final class StatusCommand implements Callable<Integer> {

  @Mixin private ClusterOption option = new ClusterOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    LocalCluster cluster = option.cluster();
    if (!cluster.isRunning()) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          cluster.exists()
              ? "nothing runs; ./plimsoll up goes on with what is in " + cluster.directory()
              : "no cluster in " + cluster.directory() + "; ./plimsoll up makes one");
      out.flush();
      return Plimsoll.FAILED;
    }
    ClusterPage.print(cluster, spec.commandLine().getOut());
    return cluster.processes().stream().allMatch(ServerProcess::isRunning) ? 0 : Plimsoll.FAILED;
  }
}
