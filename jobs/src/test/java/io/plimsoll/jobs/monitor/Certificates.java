package io.plimsoll.jobs.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;

/** A certificate authority of a test's own, made by the JDK's keytool; nothing of it is kept. */
final class Certificates {

  /** Of every store and key. */
  static final String PASSWORD = "the-stores-password-3417";

  private static final String TYPE = "PKCS12";
  private static final String CA = "ca";

  private final Path directory;
  private final String name;

  /** Makes the authority. */
  Certificates(Path directory, String name) throws Exception {
    this.directory = directory;
    this.name = name;
    keytool(authority(), "-alias", CA, "-dname", "CN=" + name, "-ext", "bc:c", "-validity", "2");
    KeyStore trust = KeyStore.getInstance(TYPE);
    trust.load(null, null);
    trust.setCertificateEntry(CA, certificate());
    save(trust, truststore());
  }

  /** A store with a key and its certificate that holds today. */
  Path issue(String subject, String names) throws Exception {
    return issue(subject, names, "-0d", 2);
  }

  /**
   * A store with a key and its certificate.
   *
   * @param names subject alternative names, as keytool writes them
   * @param start as keytool writes it, by now
   */
  Path issue(String subject, String names, String start, int days) throws Exception {
    Path store = directory.resolve(name + '-' + subject + ".p12");
    Files.copy(authority(), store);
    keytool(
        store,
        "-alias",
        subject,
        "-signer",
        CA,
        "-dname",
        "CN=" + subject,
        "-ext",
        "SAN=" + names,
        "-startdate",
        start,
        "-validity",
        Integer.toString(days));
    KeyStore keys = load(store);
    keys.deleteEntry(CA);
    save(keys, store);
    return store;
  }

  /** A store with the authority's own certificate. */
  Path truststore() {
    return directory.resolve(name + "-trust.p12");
  }

  private Path authority() {
    return directory.resolve(name + ".p12");
  }

  private Certificate certificate() throws Exception {
    return load(authority()).getCertificate(CA);
  }

  static KeyStore load(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance(TYPE);
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private static void save(KeyStore keys, Path store) throws Exception {
    try (OutputStream out = Files.newOutputStream(store)) {
      keys.store(out, PASSWORD.toCharArray());
    }
  }

  private static void keytool(Path store, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-keystore",
                store.toString(),
                "-storetype",
                TYPE,
                "-storepass",
                PASSWORD));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
