package io.plimsoll.jobs.cli;

import io.plimsoll.jobs.backfill.LocalFlink;
import io.plimsoll.jobs.cluster.Installation;
import io.plimsoll.jobs.cluster.LocalCluster;
import io.plimsoll.jobs.options.MonitorConfiguration;
import io.plimsoll.jobs.options.MonitorOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Option;

/** What every command that reads or writes topics can be told; the same file serves all. */
final class TopicOptions {

  static final String FILE = "monitor.yaml";
  static final String TOPICS = "topics.yaml";

  private static final String CLUSTER = "cluster.yaml";

  private final Map<String, String> told = new LinkedHashMap<>();

  @Option(
      names = "--conf",
      paramLabel = "FILE",
      description = "Options, in YAML. Default: " + FILE + " of flink-conf.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "Any option of docs/options.md, or of Flink.")
  private Map<String, String> options = new LinkedHashMap<>();

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT,…",
      description = "Some brokers of the Kafka cluster.")
  void servers(String value) {
    tell(MonitorOptions.SERVERS, value);
  }

  @Option(
      names = "--wire",
      paramLabel = "FORMAT",
      description = "How values are written: single-object, or confluent.")
  void wire(String value) {
    tell(MonitorOptions.WIRE, value);
  }

  @Option(
      names = "--registry-url",
      paramLabel = "URL",
      description = "Schema registry of confluent.")
  void registry(String value) {
    tell(MonitorOptions.REGISTRY, value);
  }

  /** Notes what a flag says; a flag wins over -D. */
  void tell(ConfigOption<?> option, String value) {
    told.put(option.key(), value);
  }

  /** All options: the file, the environment, the command line. */
  Configuration configuration() {
    Map<String, String> commandLine = new LinkedHashMap<>(options);
    commandLine.putAll(told);
    List<Path> files = new ArrayList<>();
    runningCluster().ifPresent(files::add);
    file.or(() -> installed(FILE)).ifPresent(files::add);
    return MonitorConfiguration.of(files, System.getenv(), commandLine);
  }

  /** How a cluster of Flink is spoken to: as its file of flink-conf says, and the command line. */
  Map<String, String> clusterOptions() {
    Map<String, String> cluster = new LinkedHashMap<>();
    installed(CLUSTER).ifPresent(path -> cluster.putAll(MonitorConfiguration.read(path)));
    cluster.putAll(MonitorConfiguration.ofFlink(configuration()));
    return cluster;
  }

  /** What a local cluster says of itself while it runs, if it is in the usual place. */
  private static Optional<Path> runningCluster() {
    return Optional.ofNullable(System.getProperty(Installation.HOME))
        .map(home -> Installation.ofThisProcess().clusterDirectory())
        .map(directory -> directory.resolve(LocalCluster.CLIENTS))
        .filter(Files::exists);
  }

  /** How topics are made, unless another file is named. */
  static Path definitions() {
    return installed(TOPICS)
        .orElseThrow(
            () ->
                new BadArgumentException(
                    "no flink-conf/" + TOPICS + " to create topics by; --topics FILE names one"));
  }

  /** A file of {@code flink-conf}, where the launcher says which directory that is. */
  static Optional<Path> installed(String name) {
    return Optional.ofNullable(System.getProperty(LocalFlink.CONFIGURATION))
        .map(directory -> Path.of(directory, name))
        .filter(Files::exists);
  }
}
