package io.plimsoll.jobs.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates are believed: those of a PEM file, which needs no password. */
final class RegistryTrust {

  private RegistryTrust() {}

  /**
   * What trusts the certificates of the file, and no others; none where the JDK's will do.
   *
   * @throws RegistryException for a file that cannot be read or holds no certificate
   */
  static Optional<SSLContext> context(RegistryAddress address) {
    String file = address.truststoreFile();
    if (file.equals(RegistryAddress.NONE)) {
      return Optional.empty();
    }
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate certificate : certificates(file)) {
        store.setCertificateEntry(Integer.toString(store.size()), certificate);
      }
      if (store.size() == 0) {
        throw wrong(file, "holds no certificate; allowed are X.509 certificates in PEM");
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return Optional.of(context);
    } catch (IOException | InvalidPathException | GeneralSecurityException e) {
      throw wrong(file, "cannot be read as X.509 certificates in PEM (" + e + ")");
    }
  }

  private static Collection<? extends Certificate> certificates(String file)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in);
    }
  }

  private static RegistryException wrong(String file, String what) {
    return new RegistryException("truststore of the schema registry, " + file + ": " + what);
  }
}
