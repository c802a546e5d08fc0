package io.plimsoll.jobs.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real schema registry as a process of its own: Apicurio's, in memory, without authentication, on
 * the loopback. The build does not fetch it, for it is large, and our JDK does not run it: where
 * either is missing a test on it is skipped, with what to do about it.
 */
public final class ApicurioRegistry implements AutoCloseable {

  private static final Path HOME = Path.of("target", "registry");
  private static final Path START = HOME.resolve("quarkus-run.jar");
  private static final int JDK = 21;
  private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);
  private static final Pattern ADDRESS = Pattern.compile("Listening on: (http://[\\d.]+:\\d+)");

  private final Process process;
  private final String address;

  private ApicurioRegistry(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts one, or skips the test; returns when it answers.
   *
   * @param name of its log, below {@code target}
   */
  public static ApicurioRegistry start(String name) throws Exception {
    assumeTrue(
        Files.exists(START),
        "skipped: no registry in jobs/"
            + HOME
            + "; mvn -pl jobs dependency:unpack@registry puts"
            + " one there (150 MB)");
    Optional<Path> java = NewerJdk.java(JDK);
    assumeTrue(
        java.isPresent(),
        "skipped: the registry needs a JDK of "
            + JDK
            + " or newer; looked for in JAVA_HOME*, on"
            + " the path and in /usr/lib/jvm");
    Path log = Path.of("target", name + ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(java.orElseThrow().toString(), "-Xmx384m", "-jar", START.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", "0",
                "QUARKUS_MANAGEMENT_HOST", "127.0.0.1",
                "QUARKUS_MANAGEMENT_PORT", "0"));
    Process process = builder.start();
    try {
      return new ApicurioRegistry(process, address(process, log));
    } catch (RuntimeException | Error e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static String address(Process process, Path log) {
    return await("the registry's first answer, see " + log)
        .atMost(STARTS_WITHIN)
        .failFast(() -> !process.isAlive())
        .until(
            () -> {
              Matcher told = ADDRESS.matcher(Files.readString(log));
              return told.find() ? told.group(1) : "";
            },
            found -> !found.isEmpty());
  }

  /** The base address of Confluent's API. */
  public String url() {
    return address + "/apis/ccompat/v7";
  }

  /** The base address of its own API, which its own serializers speak. */
  String nativeUrl() {
    return address + "/apis/registry/v2";
  }

  /** Lets all subjects have schemas of this compatibility with each other only. */
  void require(String compatibility) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(url() + "/config"))
                    .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                    .PUT(
                        HttpRequest.BodyPublishers.ofString(
                            "{\"compatibility\": \"" + compatibility + "\"}"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer::body).isEqualTo(200);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
