package io.plimsoll.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.backfill.BackfillGraph;
import io.plimsoll.jobs.backfill.BackfillOptions;
import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.files.DirectorySource;
import io.plimsoll.jobs.files.ReadOptions;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.watch.WatchOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The graph that runs, held by a file, so that a change of it is seen in review. */
class GoldenGraphTest {

  private static final String GOLDEN = "/golden/backfill-graph.txt";

  @TempDir private Path directory;
  private StreamGraph graph;

  @BeforeEach
  void build() throws IOException {
    Path data = Files.createDirectory(directory.resolve("data"));
    Files.writeString(data.resolve("quotes.csv"), "timestamp,asset,price\n");
    Configuration configuration = new Configuration();
    configuration.set(CoreOptions.DEFAULT_PARALLELISM, 4);
    configuration.set(PipelineOptions.MAX_PARALLELISM, Pipeline.MAX_PARALLELISM);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    BackfillGraph.define(
        env,
        new DirectorySource(DataDirectory.open(data), Fixture.parameters(), ReadOptions.DEFAULTS),
        Fixture.parameters(),
        OutputDirectory.prepare(directory.resolve("out")),
        WatchOptions.DEFAULTS,
        BackfillOptions.FROM_THE_START);
    graph = env.getStreamGraph(false);
  }

  @Test
  void isTheOneInTheGoldenFile() throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(Path.of("src/test/resources" + GOLDEN), describe());
    }
    assertThat(describe())
        .as(
            "if the change is meant, run this test with -Dgolden.write=true, then commit %s",
            GOLDEN)
        .isEqualTo(golden());
  }

  @Test
  void givesEveryOperatorAUidOfItsOwn() {
    Set<String> uids = new HashSet<>();
    for (StreamNode node : graph.getStreamNodes()) {
      assertThat(node.getTransformationUID()).as(node.getOperatorName()).isNotBlank();
      assertThat(uids.add(node.getTransformationUID())).as(node.getOperatorName()).isTrue();
    }
  }

  /** A line for each operator, then one for each edge that leads to it. */
  private String describe() {
    List<StreamNode> nodes = new ArrayList<>(graph.getStreamNodes());
    nodes.sort(Comparator.comparing(StreamNode::getTransformationUID));
    StringBuilder text = new StringBuilder();
    for (StreamNode node : nodes) {
      text.append(node.getTransformationUID())
          .append(" \"")
          .append(node.getOperatorName())
          .append("\" parallelism ")
          .append(node.getParallelism())
          .append(" of ")
          .append(node.getMaxParallelism())
          .append('\n');
      node.getInEdges().stream()
          .map(this::describe)
          .sorted()
          .forEach(edge -> text.append("  <- ").append(edge).append('\n'));
    }
    return text.toString();
  }

  private String describe(StreamEdge edge) {
    String from = graph.getStreamNode(edge.getSourceId()).getTransformationUID();
    String side = edge.getOutputTag() == null ? "" : " side " + edge.getOutputTag().getId();
    return "input " + edge.getTypeNumber() + " " + edge.getPartitioner() + " " + from + side;
  }

  private static String golden() throws IOException {
    try (InputStream in = GoldenGraphTest.class.getResourceAsStream(GOLDEN)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
