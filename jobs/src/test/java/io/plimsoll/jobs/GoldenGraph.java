package io.plimsoll.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;

/** A job's graph as a text that a file holds: names, uids, edges, parallelism. */
public final class GoldenGraph {

  private GoldenGraph() {}

  /** An environment for a graph that is only looked at. */
  public static StreamExecutionEnvironment environment(int parallelism) {
    Configuration configuration = new Configuration();
    configuration.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
    configuration.set(PipelineOptions.MAX_PARALLELISM, Pipeline.MAX_PARALLELISM);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
  }

  /**
   * Compares a graph with a file; with {@code -Dgolden.write=true} writes it first.
   *
   * @param golden resource of the tests, from a slash on
   */
  public static void check(StreamGraph graph, String golden) throws IOException {
    String description = describe(graph);
    if (Boolean.getBoolean("golden.write")) {
      Path unused = Files.writeString(Path.of("src/test/resources" + golden), description);
    }
    assertThat(description)
        .as(
            "if the change is meant, run this test with -Dgolden.write=true, then commit %s",
            golden)
        .isEqualTo(read(golden));
  }

  /** A line for each operator, then one for each edge that leads to it. */
  private static String describe(StreamGraph graph) {
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
          .map(edge -> describe(graph, edge))
          .sorted()
          .forEach(edge -> text.append("  <- ").append(edge).append('\n'));
    }
    return text.toString();
  }

  private static String describe(StreamGraph graph, StreamEdge edge) {
    String from = graph.getStreamNode(edge.getSourceId()).getTransformationUID();
    String side = edge.getOutputTag() == null ? "" : " side " + edge.getOutputTag().getId();
    return "input " + edge.getTypeNumber() + " " + edge.getPartitioner() + " " + from + side;
  }

  private static String read(String golden) throws IOException {
    try (InputStream in = GoldenGraph.class.getResourceAsStream(golden)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
