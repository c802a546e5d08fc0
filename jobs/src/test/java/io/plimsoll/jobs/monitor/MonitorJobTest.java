package io.plimsoll.jobs.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.options.MonitorOptions;
import io.plimsoll.jobs.options.MonitorSettings;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

class MonitorJobTest {

  private static final Map<String, Integer> PARTITIONS =
      Map.of("quotes", 3, "indices", 2, "stress", 1, "accounts", 2, "positions", 3, "refused", 9);

  private static int readers(int parallelism, String idleAfter, String until) {
    return MonitorJob.readers(
        parallelism,
        MonitorSettings.of(
            Configuration.fromMap(
                Map.of(
                    MonitorOptions.PARAMETERS.key(),
                    "p.yaml",
                    MonitorOptions.SERVERS.key(),
                    "localhost:9092",
                    MonitorOptions.IDLE_AFTER.key(),
                    idleAfter,
                    MonitorOptions.UNTIL.key(),
                    until))),
        PARTITIONS);
  }

  @Test
  void thereAreAtMostAsManyReadersAsPartitions() {
    assertThat(readers(4, "1 s", "never")).isEqualTo(4);
    assertThat(readers(20, "1 s", "never")).isEqualTo(11);
    assertThat(readers(20, "0 s", "latest")).isEqualTo(11);
  }

  @Test
  void whereNoneMayBeIdleEachReaderIsSureOfAPartition() {
    assertThat(readers(1, "0 s", "never")).isEqualTo(1);
    assertThat(readers(2, "0 s", "never")).isEqualTo(2);
    assertThat(readers(20, "0 s", "never")).isEqualTo(3);
  }
}
