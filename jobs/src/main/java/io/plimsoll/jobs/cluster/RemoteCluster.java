package io.plimsoll.jobs.cluster;

import io.plimsoll.jobs.rest.RestAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cluster of Flink that somebody else runs, for whoever submits to it. */
public final class RemoteCluster {

  private final RestAddress address;
  private final Installation installation;

  /**
   * A cluster.
   *
   * @param address of its REST interface, host:port
   * @throws io.plimsoll.jobs.rest.JobException for anything else
   */
  public RemoteCluster(String address, Installation installation) {
    this.address = RestAddress.of(address);
    this.installation = installation;
  }

  /**
   * Submits a job, with the options of {@code flink-conf/cluster.yaml} for the client (TLS, say).
   *
   * @return its id
   * @throws ClusterException with the job's own line, when it refuses what it was told
   * @throws ServerException when it is not submitted
   */
  public String submit(Optional<Integer> parallelism, List<String> arguments) {
    Path directory = installation.home().resolve(".plimsoll").resolve("client");
    Map<String, String> flink =
        ConfigurationFiles.yaml(List.of(installation.configuration().resolve("cluster.yaml")));
    flink.put("rest.address", address.host());
    flink.put("rest.port", address.port());
    ConfigurationFiles.writeYaml(
        directory.resolve("conf/config.yaml"), "Written by ./plimsoll submit.", flink);
    Commands commands =
        new Commands(
            installation,
            directory,
            new ClusterConfiguration(installation.configuration(), directory));
    return new FlinkClient(directory.resolve("conf"), directory.resolve("log/client.out"))
        .submit(
            commands.client(
                flink,
                List.of("-D" + Installation.CONFIGURATION + "=" + installation.configuration()),
                FlinkClient.run(installation.jobJar(), Optional.empty(), parallelism, arguments)));
  }
}
