package io.plimsoll.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.backfill.BackfillGraph;
import io.plimsoll.jobs.backfill.BackfillOptions;
import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.files.DirectorySource;
import io.plimsoll.jobs.files.ReadOptions;
import io.plimsoll.jobs.kafka.TopicSource;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.monitor.MonitorGraph;
import io.plimsoll.jobs.options.MonitorOptions;
import io.plimsoll.jobs.options.MonitorSettings;
import io.plimsoll.jobs.watch.WatchOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The graph that runs, held by a file, so that a change of it is seen in review. */
class GoldenGraphTest {

  @TempDir private Path directory;

  private StreamGraph build(int parallelism) throws IOException {
    Path data = Files.createDirectory(directory.resolve("data-" + parallelism));
    Files.writeString(data.resolve("quotes.csv"), "timestamp,asset,price\n");
    StreamExecutionEnvironment env = GoldenGraph.environment(parallelism);
    BackfillGraph.define(
        env,
        new DirectorySource(DataDirectory.open(data), Fixture.parameters(), ReadOptions.DEFAULTS),
        Fixture.parameters(),
        OutputDirectory.prepare(directory.resolve("out-" + parallelism)),
        WatchOptions.DEFAULTS,
        BackfillOptions.FROM_THE_START);
    return env.getStreamGraph(false);
  }

  private static StreamGraph buildMonitor(String until) {
    StreamExecutionEnvironment env = GoldenGraph.environment(4);
    MonitorSettings settings =
        MonitorSettings.of(
            Configuration.fromMap(
                Map.of(
                    MonitorOptions.SERVERS.key(), "localhost:9",
                    MonitorOptions.PARAMETERS.key(), "parameters.yaml",
                    MonitorOptions.UNTIL.key(), until)));
    MonitorGraph.define(
        env,
        TopicSource.of(settings.inputs(), settings.range(), Fixture.parameters(), settings.read()),
        3,
        settings.idleAfter(),
        settings.history().until(),
        Fixture.parameters(),
        settings.watch(),
        settings.sinks(),
        settings.outputs());
    return env.getStreamGraph(false);
  }

  /** The live job's, and that of a run which ends. */
  @ParameterizedTest
  @CsvSource({"never, /golden/monitor-graph.txt", "latest, /golden/monitor-graph-that-ends.txt"})
  void ofTheMonitorIsTheOneInTheGoldenFile(String until, String golden) throws IOException {
    StreamGraph graph = buildMonitor(until);
    GoldenGraph.check(graph, golden);
    assertThat(uids(graph)).doesNotHaveDuplicates().doesNotContainNull();
  }

  /** With one subtask a stage, the source and stages 1 to 3 are one task: nothing to part. */
  @ParameterizedTest
  @CsvSource({"4, /golden/backfill-graph.txt", "1, /golden/backfill-graph-of-one.txt"})
  void isTheOneInTheGoldenFile(int parallelism, String golden) throws IOException {
    GoldenGraph.check(build(parallelism), golden);
  }

  /** A savepoint of one parallelism restores with another: it finds its operators by their uids. */
  @Test
  void hasTheSameOperatorsAtEveryParallelism() throws IOException {
    assertThat(uids(build(1))).containsExactlyInAnyOrderElementsOf(uids(build(4)));
  }

  private static List<String> uids(StreamGraph graph) {
    return graph.getStreamNodes().stream().map(StreamNode::getTransformationUID).toList();
  }

  @Test
  void givesEveryOperatorAUidOfItsOwn() throws IOException {
    StreamGraph graph = build(4);
    Set<String> uids = new HashSet<>();
    for (StreamNode node : graph.getStreamNodes()) {
      assertThat(node.getTransformationUID()).as(node.getOperatorName()).isNotBlank();
      assertThat(uids.add(node.getTransformationUID())).as(node.getOperatorName()).isTrue();
    }
  }
}
