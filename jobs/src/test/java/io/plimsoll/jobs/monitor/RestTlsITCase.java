package io.plimsoll.jobs.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.jobs.options.MonitorConfiguration;
import io.plimsoll.jobs.rest.JobException;
import io.plimsoll.jobs.rest.JobManager;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.SecurityOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flink's REST interface as {@code flink-conf/rest-tls.yaml} secures it. */
class RestTlsITCase {

  private static final Path OVERLAY = Path.of("..", "flink-conf", "rest-tls.yaml");
  private static final String NAMES = "dns:localhost,ip:127.0.0.1";

  @TempDir private static Path directory;

  private static Certificates own;
  private static Certificates foreign;
  private static Path client;
  private static MiniCluster cluster;
  private static URI rest;

  @BeforeAll
  static void start() throws Exception {
    own = new Certificates(directory, "own");
    foreign = new Certificates(directory, "foreign");
    client = own.issue("client", "dns:client.example");
    Map<String, String> overlay = new LinkedHashMap<>(MonitorConfiguration.read(OVERLAY));
    Map<String, String> here =
        Map.of(
            SecurityOptions.SSL_REST_KEYSTORE.key(), own.issue("server", NAMES).toString(),
            SecurityOptions.SSL_REST_KEYSTORE_PASSWORD.key(), Certificates.PASSWORD,
            SecurityOptions.SSL_REST_KEY_PASSWORD.key(), Certificates.PASSWORD,
            SecurityOptions.SSL_REST_TRUSTSTORE.key(), own.truststore().toString(),
            SecurityOptions.SSL_REST_TRUSTSTORE_PASSWORD.key(), Certificates.PASSWORD);
    assertThat(overlay).containsKeys(here.keySet().toArray(String[]::new));
    overlay.putAll(here);
    Configuration configuration = Configuration.fromMap(overlay);
    configuration.set(RestOptions.ADDRESS, "localhost");
    configuration.set(RestOptions.BIND_PORT, "0");
    cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder().setConfiguration(configuration).build());
    cluster.start();
    rest = cluster.getRestAddress().get();
  }

  @AfterAll
  static void stop() throws Exception {
    if (cluster != null) {
      cluster.close();
    }
  }

  private static HttpResponse<String> ask(URI at, Optional<Path> keys, Certificates trusted)
      throws Exception {
    KeyManager[] own = {};
    if (keys.isPresent()) {
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(Certificates.load(keys.orElseThrow()), Certificates.PASSWORD.toCharArray());
      own = factory.getKeyManagers();
    }
    KeyStore authorities = Certificates.load(trusted.truststore());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(authorities);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(own, trust.getTrustManagers(), null);
    return HttpClient.newBuilder()
        .sslContext(tls)
        .connectTimeout(Duration.ofSeconds(10))
        .build()
        .send(
            HttpRequest.newBuilder(at).timeout(Duration.ofSeconds(10)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static URI of(String scheme, String path) {
    return URI.create(scheme + "://localhost:" + rest.getPort() + path);
  }

  @Test
  void whoShowsACertificateOfTheClustersAuthorityIsAnswered() throws Exception {
    HttpResponse<String> answer = ask(of("https", "/overview"), Optional.of(client), own);

    assertThat(rest.getScheme()).isEqualTo("https");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"taskmanagers\":1");
  }

  /** As feed --wait and submit are told it: by the options that Flink has for its own client. */
  @Test
  void aCommandSpeaksItByTheClustersOptions() throws Exception {
    Map<String, String> flink = new LinkedHashMap<>(MonitorConfiguration.read(OVERLAY));
    flink.put(SecurityOptions.SSL_REST_KEYSTORE.key(), client.toString());
    flink.put(SecurityOptions.SSL_REST_KEYSTORE_PASSWORD.key(), Certificates.PASSWORD);
    flink.put(SecurityOptions.SSL_REST_KEY_PASSWORD.key(), Certificates.PASSWORD);
    flink.put(SecurityOptions.SSL_REST_TRUSTSTORE.key(), own.truststore().toString());
    flink.put(SecurityOptions.SSL_REST_TRUSTSTORE_PASSWORD.key(), Certificates.PASSWORD);
    String target = "localhost:" + rest.getPort();

    assertThatThrownBy(() -> new JobManager(target, flink).only(MonitorJob.NAME))
        .isInstanceOf(JobException.class)
        .hasMessageStartingWith(target + ": no job of the name");
    assertThatThrownBy(() -> new JobManager(target).only(MonitorJob.NAME))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("it speaks TLS; see security.ssl.rest");

    flink.put(SecurityOptions.SSL_REST_TRUSTSTORE.key(), directory.resolve("none").toString());
    assertThatThrownBy(() -> new JobManager(target, flink))
        .isInstanceOf(JobException.class)
        .hasMessageStartingWith("TLS of Flink's REST interface: ");
  }

  @Test
  void whoShowsNoneOrOneOfAnotherAuthorityIsNot() throws Exception {
    Path stranger = foreign.issue("stranger", "dns:client.example");

    assertThatThrownBy(() -> ask(of("https", "/overview"), Optional.empty(), own))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> ask(of("https", "/overview"), Optional.of(stranger), own))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aClusterOfAnotherAuthorityIsNotBelieved() {
    assertThatThrownBy(() -> ask(of("https", "/overview"), Optional.of(client), foreign))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("unable to find valid certification path");
  }

  @Test
  void withoutTlsNothingIsAnsweredButWhereToGo() throws Exception {
    HttpResponse<String> answer = ask(of("http", "/overview"), Optional.empty(), own);

    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(answer.headers().firstValue("location").orElse("")).startsWith("https://");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void passwordsAreHiddenWhereItsConfigurationIsShown() throws Exception {
    String shown = ask(of("https", "/jobmanager/config"), Optional.of(client), own).body();

    assertThat(shown)
        .contains(SecurityOptions.SSL_REST_KEYSTORE_PASSWORD.key())
        .contains("******")
        .doesNotContain(Certificates.PASSWORD);
  }
}
