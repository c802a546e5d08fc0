package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.cluster.Installation;
import io.plimsoll.jobs.cluster.LocalCluster;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which local cluster a command is about. */
final class ClusterOption {

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Directory of the cluster. Default: .plimsoll/cluster of the project.")
  private Optional<Path> directory = Optional.empty();

  LocalCluster cluster() {
    Installation installation = Installation.ofThisProcess();
    return LocalCluster.in(directory.orElse(installation.clusterDirectory()), installation);
  }
}
