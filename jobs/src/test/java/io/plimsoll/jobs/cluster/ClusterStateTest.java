package io.plimsoll.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cluster's directory keeps for the next who comes. */
class ClusterStateTest {

  @TempDir private Path directory;

  @Test
  void isReadAsItWasWritten() {
    ClusterState state =
        new ClusterState(
            ClusterPlan.DEFAULT
                .withHighAvailability(true)
                .withTaskManagers(3)
                .withPort("broker-1.kafka", 19_092)
                .withFlink("taskmanager.numberOfTaskSlots", "4"),
            Map.of("broker-1.kafka", 19_092, "jobmanager-1.rest", 8081),
            List.of("monitor", "--parameters", "/a = b/ü.yaml"),
            List.of("newer", "older"));
    state.write(directory);
    assertThat(ClusterState.read(directory)).contains(state);
  }

  @Test
  void isNothingWhereNoClusterWasMade() {
    assertThat(ClusterState.read(directory)).isEmpty();
  }

  @Test
  void hasTheNewestJobFirstAndForgetsOldOnes() {
    ClusterState state = ClusterState.none();
    for (int i = 0; i < 100; i++) {
      state = state.withJobId("job-" + i);
    }
    assertThat(state.jobIds()).startsWith("job-99", "job-98").hasSize(20);
  }
}
