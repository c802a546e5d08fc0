package io.plimsoll.jobs.monitor;

import static org.awaitility.Awaitility.await;

import io.plimsoll.jobs.cli.Plimsoll;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.metrics.prometheus.PrometheusReporterFactory;

/**
 * {@code plimsoll alerts} as a process of its own, which is killed and goes on from its latest
 * checkpoint, as people who run it would have it.
 */
final class AlertsProcess implements AutoCloseable {

  private static final Duration AT_MOST = Duration.ofMinutes(2);
  private static final String LOG4J =
      """
      rootLogger.level = INFO
      rootLogger.appenderRef.file.ref = file
      logger.plimsoll.name = io.plimsoll
      logger.plimsoll.level = TRACE
      logger.http.name = jdk.internal.httpclient
      logger.http.level = TRACE
      logger.flink.name = org.apache.flink
      logger.flink.level = DEBUG
      appender.file.type = File
      appender.file.name = file
      appender.file.fileName = %s
      appender.file.layout.type = PatternLayout
      appender.file.layout.pattern = %%d{ISO8601} %%-5p %%-40c{1.} - %%m%%n
      """;

  private final Path directory;
  private final Path printed;
  private final Path log;
  private final List<String> jvm;
  private final Map<String, String> options;
  private Process process;

  /**
   * One that is yet to be started.
   *
   * @param directory of its logs and checkpoints
   * @param jvm options of its JVM
   * @param options of the job
   * @param restPort that Flink's web interface answers at
   * @param metricsPort that Prometheus would ask
   */
  AlertsProcess(
      Path directory, List<String> jvm, Map<String, String> options, int restPort, int metricsPort)
      throws IOException {
    this.directory = directory;
    this.printed = directory.resolve("alerts.out");
    this.log = directory.resolve("alerts.log");
    Path log4j = directory.resolve("log4j.properties");
    Files.writeString(log4j, LOG4J.formatted(log));
    this.jvm = new ArrayList<>(jvm);
    this.jvm.add("-Dlog4j2.configurationFile=" + log4j);
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(this.jvm::add);
    this.options = new TreeMap<>(options);
    this.options.put(CheckpointingOptions.CHECKPOINTING_INTERVAL.key(), "500ms");
    this.options.put(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY.key(), checkpoints().toUri().toString());
    this.options.put(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION.key(),
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION.name());
    this.options.put(RestOptions.BIND_PORT.key(), Integer.toString(restPort));
    this.options.put(RestOptions.PORT.key(), Integer.toString(restPort));
    this.options.put(
        "metrics.reporter.prom.factory.class", PrometheusReporterFactory.class.getName());
    this.options.put("metrics.reporter.prom.port", Integer.toString(metricsPort));
  }

  private Path checkpoints() {
    return directory.resolve("checkpoints");
  }

  /** Starts it, from its latest checkpoint if there is one; returns when it says that it runs. */
  void start() throws IOException {
    Map<String, String> all = new TreeMap<>(options);
    checkpoint()
        .ifPresent(
            from -> all.put(StateRecoveryOptions.SAVEPOINT_PATH.key(), from.toUri().toString()));
    List<String> main = new ArrayList<>(List.of(Plimsoll.class.getName(), "alerts"));
    all.forEach((key, value) -> main.addAll(List.of("-D", key + '=' + value)));
    long before = Files.exists(printed) ? Files.size(printed) : 0;
    process = TestJvm.start(printed, jvm, main);
    await("the alerts run; " + printed)
        .atMost(AT_MOST)
        .until(() -> printedSince(before).contains("telling what stands in") || hasEnded());
    if (hasEnded()) {
      throw new IOException("the alerts ended: " + printedSince(before));
    }
  }

  boolean hasEnded() {
    return !process.isAlive();
  }

  private String printedSince(long before) throws IOException {
    return Files.readString(printed).substring((int) before);
  }

  /** SIGKILL; returns when it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** The latest that is complete. */
  Optional<Path> checkpoint() throws IOException {
    return LatestCheckpoint.in(checkpoints());
  }

  /** All that it has logged and printed. */
  String said() throws IOException {
    return Files.readString(log) + Files.readString(printed);
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
