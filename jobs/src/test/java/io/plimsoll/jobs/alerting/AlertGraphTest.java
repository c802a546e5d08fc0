package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.GoldenGraph;
import io.plimsoll.jobs.options.AlertOptions;
import io.plimsoll.jobs.options.AlertSettings;
import io.plimsoll.jobs.options.MonitorOptions;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class AlertGraphTest {

  @Test
  void isTheOneInTheGoldenFile() throws IOException {
    StreamExecutionEnvironment env = GoldenGraph.environment(4);
    AlertSettings settings =
        AlertSettings.of(
            Configuration.fromMap(
                Map.of(
                    MonitorOptions.SERVERS.key(), "localhost:9",
                    AlertOptions.FILE.key(), "alerts.yaml")));
    AlertJob.define(env, settings, 3);

    GoldenGraph.check(env.getStreamGraph(false), "/golden/alert-graph.txt");
  }
}
