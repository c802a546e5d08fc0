package io.plimsoll.jobs.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
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
record RestTls(Map<String, String> flink) {

  boolean isEnabled() {
    return Boolean.parseBoolean(flink.get("security.ssl.rest.enabled"));
  }

  String scheme() {
    return isEnabled() ? "https" : "http";
  }

  /**
   * A client that trusts whom the cluster trusts, and shows who it is where the cluster asks.
   *
   * @throws ClusterException for a store that cannot be read
   */
  HttpClient client() {
    if (!isEnabled()) {
      return HttpClient.newHttpClient();
    }
    try {
      TrustManagerFactory trusted =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusted.init(store("truststore"));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own(), trusted.getTrustManagers(), null);
      return HttpClient.newBuilder().sslContext(context).build();
    } catch (GeneralSecurityException | IOException e) {
      throw new ClusterException("TLS of Flink's REST interface: " + e.getMessage());
    }
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
                () -> new ClusterException("security.ssl.rest." + kind + ": is missing with TLS"));
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
