package io.plimsoll.jobs.rest;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * How Flink's REST interface is spoken to, by the options that Flink itself reads: {@code
 * security.ssl.rest…}, or {@code security.ssl…} for keystores of both kinds of connections.
 */
public record RestTls(Map<String, String> flink) {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** Whether it is spoken to in TLS. */
  boolean isEnabled() {
    return Boolean.parseBoolean(flink.get("security.ssl.rest.enabled"));
  }

  /** That of its addresses. */
  public String scheme() {
    return isEnabled() ? "https" : "http";
  }

  /**
   * A client that trusts whom the cluster trusts, and shows who it is where the cluster asks.
   *
   * @throws JobException for a store that cannot be read
   */
  public HttpClient client() {
    if (!isEnabled()) {
      return builder().build();
    }
    try {
      TrustManagerFactory trusted =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusted.init(store("truststore"));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own(), trusted.getTrustManagers(), null);
      return builder().sslContext(context).build();
    } catch (GeneralSecurityException | IOException e) {
      throw new JobException("TLS of Flink's REST interface: " + e.getMessage());
    }
  }

  private static HttpClient.Builder builder() {
    return HttpClient.newBuilder().connectTimeout(CONNECT);
  }

  private KeyManager[] own() throws GeneralSecurityException, IOException {
    if (!Boolean.parseBoolean(flink.get("security.ssl.rest.authentication-enabled"))) {
      return new KeyManager[0];
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    String password = option("key-password").or(() -> option("keystore-password")).orElse("");
    keys.init(store("keystore"), password.toCharArray());
    return keys.getKeyManagers();
  }

  private KeyStore store(String kind) throws GeneralSecurityException, IOException {
    String file =
        option(kind)
            .orElseThrow(
                () -> new JobException("security.ssl.rest." + kind + ": is missing with TLS"));
    KeyStore store =
        KeyStore.getInstance(option(kind + "-type").orElseGet(KeyStore::getDefaultType));
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      store.load(in, option(kind + "-password").orElse("").toCharArray());
    }
    return store;
  }

  private Optional<String> option(String name) {
    return Optional.ofNullable(flink.get("security.ssl.rest." + name))
        .or(() -> Optional.ofNullable(flink.get("security.ssl." + name)));
  }
}
