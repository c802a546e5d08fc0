package io.plimsoll.jobs.alerting;

import io.plimsoll.jobs.GoldenGraph;
import io.plimsoll.jobs.Pipeline;
import io.plimsoll.jobs.monitor.AlertOptions;
import io.plimsoll.jobs.monitor.AlertSettings;
import io.plimsoll.jobs.monitor.MonitorOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class AlertGraphTest {

  @Test
  void isTheOneInTheGoldenFile() throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(CoreOptions.DEFAULT_PARALLELISM, 4);
    configuration.set(PipelineOptions.MAX_PARALLELISM, Pipeline.MAX_PARALLELISM);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    AlertSettings settings =
        AlertSettings.of(
            Configuration.fromMap(
                Map.of(
                    MonitorOptions.SERVERS.key(), "localhost:9",
                    AlertOptions.FILE.key(), "alerts.yaml")));
    AlertGraph.define(
        env,
        settings
            .range()
            .source(List.of(settings.marginEvents()), new CrossingRecords(settings.format())),
        3,
        settings.file().toString(),
        settings.reload(),
        settings.sinks().sink(settings.receipts(), new ReceiptRecords(settings.receipts(), false)),
        settings
            .sinks()
            .sink(settings.deadLetters(), new ReceiptRecords(settings.deadLetters(), true)));

    GoldenGraph.check(env.getStreamGraph(false), "/golden/alert-graph.txt");
  }
}
