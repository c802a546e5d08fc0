package io.plimsoll.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.RestOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration of a run: what flink-conf says, and ports and directories. */
class ClusterConfigurationTest {

  private static final Path TEMPLATES = Path.of("..", "flink-conf");

  @TempDir private Path directory;
  private ClusterConfiguration configuration;

  @BeforeEach
  void ofADirectory() {
    configuration = new ClusterConfiguration(TEMPLATES, directory);
  }

  private ClusterState state(ClusterPlan plan) {
    return new ClusterState(plan, configuration.ports(plan), Map.of());
  }

  @Nested
  class ThePorts {

    @Test
    void areThoseOfTheFiles() {
      assertThat(configuration.ports(ClusterPlan.DEFAULT))
          .isEqualTo(
              Map.of(
                  "broker-1.kafka", 9092,
                  "broker-1.controller", 9093,
                  "jobmanager-1.rest", 8081,
                  "jobmanager-1.rpc", 6123,
                  "jobmanager-1.metrics", 9249,
                  "taskmanager-1.metrics", 9250,
                  "taskmanager-2.metrics", 9251,
                  "console-1.http", 8090));
    }

    @Test
    void ofASecondJobManagerAreTheNext() {
      assertThat(configuration.ports(ClusterPlan.DEFAULT.withHighAvailability(true)))
          .containsEntry("zookeeper-1.zookeeper", 2181)
          .containsEntry("jobmanager-2.rest", 8082)
          .containsEntry("jobmanager-2.rpc", 6124)
          .containsEntry("jobmanager-2.metrics", 9250)
          .containsEntry("taskmanager-1.metrics", 9251);
    }

    @Test
    void mayBeToldOneByOne() {
      assertThat(configuration.ports(ClusterPlan.DEFAULT.withPort("broker-1.kafka", 19_092)))
          .containsEntry("broker-1.kafka", 19_092)
          .containsEntry("broker-1.controller", 9093);
    }

    @Test
    void ofAUseThatThereIsNotAreRefusedWithThoseThereAre() {
      ClusterPlan plan = ClusterPlan.DEFAULT.withPort("kafka", 9192);
      assertThatThrownBy(() -> configuration.ports(plan))
          .isInstanceOf(ClusterException.class)
          .hasMessageContainingAll("port kafka", "broker-1.kafka", "jobmanager-1.rest");
    }

    @Test
    void thatAreFreeAreAllDifferent() {
      Map<String, Integer> ports = configuration.ports(ClusterPlan.DEFAULT.withFreePorts());
      assertThat(new HashSet<>(ports.values())).hasSameSizeAs(ports.keySet());
      assertThat(ports).doesNotContainEntry("broker-1.kafka", 9092);
    }

    @Test
    void onceChosenStay() {
      ClusterState chosen = state(ClusterPlan.DEFAULT.withFreePorts());
      assertThat(configuration.ports(chosen.plan())).isEqualTo(chosen.ports());
    }
  }

  @Nested
  class WhatIsWritten {

    @Test
    void isReadByFlinkAsItWasMeant() {
      configuration.write(
          state(
              ClusterPlan.DEFAULT
                  .withPort("jobmanager-1.rest", 18_081)
                  .withFlink("some.path", "a \"quoted\" \\ text: # so")));
      Configuration read =
          GlobalConfiguration.loadConfiguration(configuration.flinkDirectory().toString());
      assertThat(read.get(RestOptions.PORT)).isEqualTo(18_081);
      assertThat(read.toMap())
          .containsEntry("some.path", "a \"quoted\" \\ text: # so")
          .containsEntry("state.backend.type", "rocksdb")
          .containsEntry(
              "execution.checkpointing.dir", directory.resolve("data/checkpoints").toUri() + "")
          .doesNotContainKey("high-availability.type");
    }

    @Test
    void hasHighAvailabilityOnTopWhereItIsWanted() {
      configuration.write(state(ClusterPlan.DEFAULT.withHighAvailability(true)));
      assertThat(
              GlobalConfiguration.loadConfiguration(configuration.flinkDirectory().toString())
                  .toMap())
          .containsEntry("high-availability.type", "zookeeper")
          .containsEntry("high-availability.zookeeper.quorum", "localhost:2181");
      assertThat(ConfigurationFiles.properties(configuration.zooCfg()))
          .containsEntry("clientPort", "2181")
          .containsEntry("dataDir", directory.resolve("data/zookeeper").toString());
    }

    @Test
    void keepsWhatTheBrokersFileSaysButPortsAndDirectory() throws IOException {
      configuration.write(
          state(
              ClusterPlan.DEFAULT
                  .withPort("broker-1.kafka", 19_092)
                  .withPort("broker-1.controller", 19_093)));
      assertThat(ConfigurationFiles.properties(configuration.serverProperties()))
          .containsEntry("listeners", "PLAINTEXT://localhost:19092,CONTROLLER://localhost:19093")
          .containsEntry("controller.quorum.voters", "1@localhost:19093")
          .containsEntry("log.dirs", directory.resolve("data/kafka").toString())
          .containsEntry("auto.create.topics.enable", "false");
      assertThat(Files.readString(configuration.serverProperties()))
          .contains("# Topics are made as topics.yaml has them.");
    }
  }

  @Test
  void aSecondJobManagerIsToldItsOwnPorts() {
    ClusterState state = state(ClusterPlan.DEFAULT.withHighAvailability(true));
    assertThat(ClusterConfiguration.own(state, "jobmanager-2"))
        .containsEntry("rest.port", "8082")
        .containsEntry("jobmanager.rpc.port", "6124");
    assertThat(ClusterConfiguration.own(state, "taskmanager-1")).doesNotContainKey("rest.port");
  }
}
