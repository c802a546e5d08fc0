package io.plimsoll.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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
                .withConsole(false)
                .withPort("broker-1.kafka", 19_092)
                .withFlink("taskmanager.numberOfTaskSlots", "4"),
            Map.of("broker-1.kafka", 19_092, "jobmanager-1.rest", 8081),
            Map.of(
                OwnJob.MONITOR,
                new KeptJob(
                    List.of("monitor", "--parameters", "/a = b/ü.yaml"), List.of("newer", "older")),
                OwnJob.ALERTS,
                new KeptJob(List.of("alerts", "--routes", "/routes.yaml"), List.of("other"))));
    state.write(directory);
    assertThat(ClusterState.read(directory)).contains(state);
  }

  @Test
  void isNothingWhereNoClusterWasMade() {
    assertThat(ClusterState.read(directory)).isEmpty();
  }

  /** As it was kept when there was one job only. */
  @Test
  void isReadAsItWasWrittenBeforeThereWereAlerts() throws IOException {
    Files.writeString(
        directory.resolve("cluster.properties"),
        "high-availability=false\ntask-managers=2\njob.argument.0=monitor\njob.id.0=newest\n");

    ClusterState state = ClusterState.read(directory).orElseThrow();

    assertThat(state.job(OwnJob.MONITOR))
        .isEqualTo(new KeptJob(List.of("monitor"), List.of("newest")));
    assertThat(state.job(OwnJob.ALERTS)).isEqualTo(KeptJob.NONE);
    assertThat(state.plan().console()).isTrue();
  }

  @Test
  void hasAConsoleWhereThereIsAMonitor() {
    ClusterState none = new ClusterState(ClusterPlan.DEFAULT, Map.of(), Map.of());
    assertThat(none.names()).doesNotContain("console-1");
    ClusterState monitor =
        none.withJob(OwnJob.MONITOR, KeptJob.NONE.with(List.of("monitor", "--parameters", "p")));
    assertThat(monitor.names()).endsWith("console-1");
    ClusterState unseen =
        new ClusterState(ClusterPlan.DEFAULT.withConsole(false), Map.of(), monitor.jobs());
    assertThat(unseen.names()).doesNotContain("console-1");
  }

  @Test
  void hasTheNewestJobFirstAndForgetsOldOnes() {
    KeptJob job = KeptJob.NONE;
    for (int i = 0; i < 100; i++) {
      job = job.withId("job-" + i);
    }
    assertThat(job.ids()).startsWith("job-99", "job-98").hasSize(20);
  }
}
