package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.cluster.LocalCluster;
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
    if (!cluster.exists()) {
      spec.commandLine()
          .getOut()
          .println("no cluster in " + cluster.directory() + "; ./plimsoll up makes one");
      spec.commandLine().getOut().flush();
      return Plimsoll.FAILED;
    }
    ClusterPage.print(cluster, spec.commandLine().getOut());
    return ClusterPage.isWhole(cluster) ? 0 : Plimsoll.FAILED;
  }
}
