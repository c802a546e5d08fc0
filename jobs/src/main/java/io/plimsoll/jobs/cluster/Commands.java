package io.plimsoll.jobs.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/**
 * The command lines that the shell scripts of Flink's and Kafka's distributions would build: the
 * same main classes, arguments and memory, on the class paths of {@link Installation}.
 */
final class Commands {

  private static final String FLINK = "org.apache.flink.";
  private static final String CONSOLE = "io.plimsoll.jobs.cli.Plimsoll";

  private final Installation installation;
  private final Path directory;
  private final ClusterConfiguration configuration;

  Commands(Installation installation, Path directory, ClusterConfiguration configuration) {
    this.installation = installation;
    this.directory = directory;
    this.configuration = configuration;
  }

  /** What starts a process of the cluster. */
  List<String> of(ClusterState state, String process) {
    return switch (Role.of(process)) {
      case ZOOKEEPER -> zooKeeper(process);
      case BROKER -> broker(process);
      case JOBMANAGER -> jobManager(state, process);
      case TASKMANAGER -> taskManager(state, process);
      case CONSOLE -> console(state, process);
    };
  }

  /** The monitor's own arguments tell it where the topics are and what the parameters are. */
  private List<String> console(ClusterState state, String process) {
    List<String> jvm =
        new ArrayList<>(flinkOptions(configuration.flink(state), "console", process));
    jvm.addAll(
        List.of(
            "-D" + Installation.HOME + "=" + installation.home(),
            "-D" + Installation.CONFIGURATION + "=" + installation.configuration()));
    List<String> command = java(jvm, System.getProperty("java.class.path"), CONSOLE, "console");
    List<String> monitor = state.job(OwnJob.MONITOR).arguments();
    command.addAll(monitor.subList(1, monitor.size())); // without its name
    command.addAll(
        List.of(
            "--bootstrap-servers",
            configuration.brokers(state),
            "--target",
            "localhost:" + state.portsOf(Role.JOBMANAGER.name(1)).get("rest"),
            "--port",
            state.portsOf(process).get("http").toString()));
    return command;
  }

  private List<String> zooKeeper(String process) {
    return java(
        options("zookeeper", process),
        installation.flink(),
        FLINK + "runtime.zookeeper.FlinkZooKeeperQuorumPeer",
        "--zkConfigFile",
        configuration.zooCfg().toString(),
        "--peerId",
        "1");
  }

  private List<String> broker(String process) {
    return java(
        options("kafka", process),
        installation.kafka(),
        "kafka.Kafka",
        configuration.serverProperties().toString());
  }

  /** What prepares the broker's data directory, once. */
  List<String> format(String clusterId) {
    return java(
        options("kafka", "format"),
        installation.kafka(),
        "kafka.tools.StorageTool",
        "format",
        "--cluster-id",
        clusterId,
        "--config",
        configuration.serverProperties().toString());
  }

  private List<String> jobManager(ClusterState state, String process) {
    Map<String, String> flink = configuration.flink(state);
    Configuration options = Configuration.fromMap(flink);
    List<String> jvm =
        words(
            JobManagerProcessUtils.generateJvmParametersStr(
                JobManagerProcessUtils.processSpecFromConfig(options), options));
    jvm.addAll(flinkOptions(flink, "jobmanager", process));
    List<String> command =
        java(
            jvm,
            installation.flink(),
            FLINK + "runtime.entrypoint.StandaloneSessionClusterEntrypoint",
            "--configDir",
            configuration.flinkDirectory().toString());
    command.addAll(dynamic(ClusterConfiguration.own(state, process)));
    return command;
  }

  /** The arguments and memory are those that BashJavaUtils GET_TM_RESOURCE_PARAMS prints. */
  private List<String> taskManager(ClusterState state, String process) {
    Map<String, String> flink = configuration.flink(state);
    TaskExecutorProcessSpec spec =
        TaskExecutorProcessUtils.processSpecFromConfig(Configuration.fromMap(flink));
    List<String> jvm = words(ProcessMemoryUtils.generateJvmParametersStr(spec));
    jvm.addAll(flinkOptions(flink, "taskmanager", process));
    List<String> command =
        java(
            jvm,
            installation.flink(),
            FLINK + "runtime.taskexecutor.TaskManagerRunner",
            "--configDir",
            configuration.flinkDirectory().toString());
    command.addAll(words(TaskExecutorProcessUtils.generateDynamicConfigsStr(spec)));
    command.addAll(dynamic(ClusterConfiguration.own(state, process)));
    return command;
  }

  /**
   * Flink's command line.
   *
   * @param properties of the JVM, for the job
   */
  List<String> client(Map<String, String> flink, List<String> properties, List<String> arguments) {
    List<String> jvm = new ArrayList<>(flinkOptions(flink, "client", "client"));
    jvm.addAll(properties);
    List<String> command = java(jvm, installation.flink(), FLINK + "client.cli.CliFrontend");
    command.addAll(arguments);
    return command;
  }

  private static List<String> java(
      List<String> options, String classPath, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The JVM options that stand in a file of their own. */
  private List<String> options(String service, String process) {
    Path file = installation.configuration().resolve(service).resolve("java.options");
    List<String> options = new ArrayList<>(List.of("@" + file));
    options.addAll(logging(process));
    return options;
  }

  /** The JVM options that stand among Flink's. */
  private List<String> flinkOptions(Map<String, String> flink, String role, String process) {
    List<String> options = words(flink.getOrDefault("env.java.opts.all", ""));
    options.addAll(words(flink.getOrDefault("env.java.opts." + role, "")));
    options.addAll(logging(process));
    return options;
  }

  private List<String> logging(String process) {
    return List.of(
        "-Dlog.file=" + ServerProcess.log(directory, process),
        "-Dlog4j2.configurationFile="
            + installation.configuration().resolve("log4j-cluster.properties"));
  }

  private static List<String> dynamic(Map<String, String> options) {
    List<String> arguments = new ArrayList<>();
    options.forEach((key, value) -> arguments.addAll(List.of("-D", key + "=" + value)));
    return arguments;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.strip().split("\\s+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
