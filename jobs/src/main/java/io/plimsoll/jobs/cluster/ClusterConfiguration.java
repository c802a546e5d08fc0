package io.plimsoll.jobs.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The configuration of one cluster: that of {@code flink-conf}, with the ports and directories of
 * the run, which are all that is decided here.
 */
final class ClusterConfiguration {

  private static final String REST = "rest.port";
  private static final String RPC = "jobmanager.rpc.port";
  private static final String METRICS = "metrics.reporter.prometheus.port";
  private static final String ZOOKEEPER = "clientPort";
  private static final String CONSOLE = "plimsoll.console.port";

  private final Path templates;
  private final Path directory;

  /**
   * A configuration.
   *
   * @param templates {@code flink-conf}
   * @param directory of the cluster
   */
  ClusterConfiguration(Path templates, Path directory) {
    this.templates = templates;
    this.directory = directory;
  }

  /** The ports of a plan: of its own, of {@code flink-conf}, or free ones. */
  Map<String, Integer> ports(ClusterPlan plan) {
    Map<String, Integer> ports = new LinkedHashMap<>();
    Map<String, String> flink = flinkTemplate(plan);
    Listeners listeners = listeners();
    int metrics = number(flink, METRICS);
    for (String process : plan.names()) {
      Role role = Role.of(process);
      if (role == Role.ZOOKEEPER) {
        ports.put(process + ".zookeeper", number(ConfigurationFiles.properties(zoo()), ZOOKEEPER));
      } else if (role == Role.BROKER) {
        ports.put(process + ".kafka", listeners.clientPort());
        ports.put(process + ".controller", listeners.controllerPort());
      } else if (role == Role.CONSOLE) {
        ports.put(process + ".http", number(flink, CONSOLE));
      } else {
        if (role == Role.JOBMANAGER) {
          int further = Role.number(process) - 1;
          ports.put(process + ".rest", number(flink, REST) + further);
          ports.put(process + ".rpc", number(flink, RPC) + further);
        }
        ports.put(process + ".metrics", metrics++);
      }
    }
    if (plan.freePorts()) {
      Iterator<Integer> free = Ports.free(ports.size()).iterator();
      ports.replaceAll((use, configured) -> free.next());
    }
    for (Map.Entry<String, Integer> told : plan.ports().entrySet()) {
      if (ports.replace(told.getKey(), told.getValue()) == null) {
        throw new ClusterException(
            "port " + told.getKey() + ": there is no such use; there are " + ports.keySet());
      }
    }
    return ports;
  }

  /** Writes what the processes read. */
  void write(ClusterState state) {
    ConfigurationFiles.writeYaml(
        flinkDirectory().resolve("config.yaml"),
        "Written by ./plimsoll up from " + templates + ", which is where to change it.",
        flink(state));
    Map<String, String> kafka =
        new LinkedHashMap<>(
            listeners().with(state.ports().get("broker-1.kafka"), port(state, "controller")));
    kafka.put("log.dirs", data("kafka"));
    ConfigurationFiles.fillIn(
        templates.resolve("kafka/server.properties"), serverProperties(), kafka);
    if (state.plan().highAvailability()) {
      ConfigurationFiles.fillIn(
          zoo(),
          zooCfg(),
          Map.of(
              ZOOKEEPER,
              state.ports().get("zookeeper-1.zookeeper").toString(),
              "dataDir",
              data("zookeeper")));
    }
  }

  private static int port(ClusterState state, String use) {
    return state.ports().get("broker-1." + use);
  }

  /** Flink's options, for every process. */
  Map<String, String> flink(ClusterState state) {
    Map<String, String> flink = flinkTemplate(state.plan());
    flink.put(REST, state.ports().get("jobmanager-1.rest").toString());
    flink.put(RPC, state.ports().get("jobmanager-1.rpc").toString());
    flink.put("execution.checkpointing.dir", uri("checkpoints"));
    flink.put("execution.checkpointing.savepoint-dir", uri("savepoints"));
    flink.put("io.tmp.dirs", directory.resolve("tmp").toString());
    if (state.plan().highAvailability()) {
      flink.put("high-availability.storageDir", uri("ha"));
      flink.put(
          "high-availability.zookeeper.quorum",
          "localhost:" + state.ports().get("zookeeper-1.zookeeper"));
    }
    flink.putAll(state.plan().flink());
    return flink;
  }

  private Map<String, String> flinkTemplate(ClusterPlan plan) {
    List<Path> files = new ArrayList<>(List.of(templates.resolve("cluster.yaml")));
    if (plan.highAvailability()) {
      files.add(templates.resolve("ha.yaml"));
    }
    return ConfigurationFiles.yaml(files);
  }

  /** The options that differ from process to process, for its command line. */
  static Map<String, String> own(ClusterState state, String process) {
    Map<String, Integer> ports = state.portsOf(process);
    Map<String, String> own = new LinkedHashMap<>();
    own.put(METRICS, ports.get("metrics").toString());
    if (Role.of(process) == Role.JOBMANAGER) {
      own.put(REST, ports.get("rest").toString());
      own.put(RPC, ports.get("rpc").toString());
    }
    return own;
  }

  private Listeners listeners() {
    return new Listeners(
        ConfigurationFiles.properties(templates.resolve("kafka/server.properties")));
  }

  /** Where clients find the broker. */
  String brokers(ClusterState state) {
    return listeners().clientHost() + ":" + state.ports().get("broker-1.kafka");
  }

  private int number(Map<String, String> options, String key) {
    try {
      return Integer.parseInt(options.getOrDefault(key, ""));
    } catch (NumberFormatException e) {
      throw new ClusterException(
          templates + ": " + key + ": " + options.get(key) + " is not allowed; allowed is a port");
    }
  }

  private Path zoo() {
    return templates.resolve("zookeeper/zoo.cfg");
  }

  /** The directory of Flink's {@code config.yaml}. */
  Path flinkDirectory() {
    return directory.resolve("conf");
  }

  Path serverProperties() {
    return directory.resolve("conf/server.properties");
  }

  Path zooCfg() {
    return directory.resolve("conf/zoo.cfg");
  }

  private String data(String what) {
    return directory.resolve("data").resolve(what).toString();
  }

  private String uri(String what) {
    return directory.resolve("data").resolve(what).toUri().toString();
  }
}
