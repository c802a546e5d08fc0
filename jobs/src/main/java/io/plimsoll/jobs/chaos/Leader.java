package io.plimsoll.jobs.chaos;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.highavailability.ClientHighAvailabilityServices;
import org.apache.flink.runtime.highavailability.HighAvailabilityServicesUtils;
import org.apache.flink.runtime.util.LeaderRetrievalUtils;

/** Which JobManager leads, by what stands in ZooKeeper: each tells any REST client who leads. */
@SuppressWarnings("try") // close() is Flink's own and may throw anything
final class Leader {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Leader() {}

  /**
   * The REST address of the leader; for some seconds after its death it is still that of the dead.
   *
   * @param configuration directory of Flink's {@code config.yaml}
   */
  static URI address(Path configuration) {
    try (ClientHighAvailabilityServices services =
        HighAvailabilityServicesUtils.createClientHAService(
            GlobalConfiguration.loadConfiguration(configuration.toString()), error -> {})) {
      return URI.create(
          LeaderRetrievalUtils.retrieveLeaderInformation(
                  services.getClusterRestEndpointLeaderRetriever(), PATIENCE)
              .getLeaderAddress());
    } catch (Exception e) { // as Flink declares it
      throw new ChaosException("ZooKeeper does not say which JobManager leads", e);
    }
  }
}
