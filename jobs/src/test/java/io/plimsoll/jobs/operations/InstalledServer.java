package io.plimsoll.jobs.operations;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/** A real Prometheus or Alertmanager on a free port of the loopback, where it is installed. */
public final class InstalledServer implements AutoCloseable {

  private static final Duration AT_MOST = Duration.ofSeconds(60);
  private static final int OK = 200;
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final int port;

  private InstalledServer(Process process, int port) {
    this.process = process;
    this.port = port;
    try {
      await().atMost(AT_MOST).ignoreExceptions().until(() -> answer("/-/ready").statusCode() == OK);
    } catch (ConditionTimeoutException e) {
      close();
      throw e;
    }
  }

  /**
   * An Alertmanager that is ready.
   *
   * @param directory for its data and log
   */
  public static InstalledServer alertmanager(Path configuration, Path directory)
      throws IOException {
    InstalledProgram program = InstalledProgram.named("prometheus-alertmanager", "alertmanager");
    int port = freePort();
    Process process =
        program.start(
            directory.resolve("alertmanager.log"),
            "--config.file=" + configuration,
            "--storage.path=" + directory.resolve("alertmanager"),
            "--web.listen-address=127.0.0.1:" + port,
            "--cluster.listen-address=");
    return new InstalledServer(process, port);
  }

  /**
   * A Prometheus that is ready.
   *
   * @param directory for its data and log
   */
  public static InstalledServer prometheus(Path configuration, Path directory) throws IOException {
    InstalledProgram program = InstalledProgram.named("prometheus");
    int port = freePort();
    Process process =
        program.start(
            directory.resolve("prometheus.log"),
            "--config.file=" + configuration,
            "--storage.tsdb.path=" + directory.resolve("prometheus"),
            "--web.listen-address=127.0.0.1:" + port);
    return new InstalledServer(process, port);
  }

  /**
   * A Prometheus that asks one program for its metrics, and judges them by the rules of {@code
   * flink-conf/}, in which a minute takes half a second.
   *
   * @param port that the program answers at, on this machine
   */
  public static InstalledServer prometheusOf(int port, Path directory) throws IOException {
    Path rules =
        Files.writeString(
            directory.resolve("rules.yaml"),
            WatchFiles.quickened(WatchFiles.text(WatchFiles.RULES)));
    Path configuration =
        Files.writeString(
            directory.resolve("prometheus.yaml"),
            """
            global: {scrape_interval: 200ms, evaluation_interval: 200ms}
            rule_files: [%s]
            scrape_configs:
              - {job_name: plimsoll, static_configs: [{targets: ["localhost:%d"]}]}
            """
                .formatted(rules.getFileName(), port));
    return prometheus(configuration, directory);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public String url() {
    return "http://" + address();
  }

  /** Host and port. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** What it answers, whatever the status. */
  public String get(String path) throws IOException, InterruptedException {
    return answer(path).body();
  }

  private HttpResponse<String> answer(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(url() + path)).timeout(ANSWER).build(),
        BodyHandlers.ofString());
  }

  @Override
  public void close() {
    process.destroy();
    Process unused = process.onExit().orTimeout(AT_MOST.toSeconds(), TimeUnit.SECONDS).join();
  }
}
