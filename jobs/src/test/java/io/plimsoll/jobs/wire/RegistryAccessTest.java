package io.plimsoll.jobs.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.plimsoll.contract.Quote;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks, and whether it is the registry that answers. */
class RegistryAccessTest {

  private static final Schema QUOTE = Quote.getClassSchema();
  private static final Patience LITTLE = new Patience(Duration.ofSeconds(10), 1, Duration.ZERO);

  @TempDir private Path directory;

  private static Registry registry(RegistryAddress address) {
    return new Registry(address, LITTLE, System::nanoTime);
  }

  @Nested
  class Credentials {

    private Path credentials(String text) throws IOException {
      return Files.writeString(directory.resolve("credentials.properties"), text);
    }

    private RegistryAddress address(String url) {
      return new RegistryAddress(
          url, directory.resolve("credentials.properties").toString(), RegistryAddress.NONE);
    }

    @Test
    void areNobodysWhereNoFileIsNamed() throws IOException {
      try (LocalRegistry server = new LocalRegistry()) {
        registry(RegistryAddress.open(server.url())).register("quotes", QUOTE);

        assertThat(server.authorizations()).containsExactly("null");
      }
    }

    @Test
    void mayBeAUserAndAPassword() throws IOException {
      credentials("username=möven\npassword=a:b c=d\n");
      try (LocalRegistry server = new LocalRegistry()) {
        Registry registry = registry(address(server.url()));

        registry.schema(registry.register("quotes", QUOTE));

        String pair =
            Base64.getEncoder().encodeToString("möven:a:b c=d".getBytes(StandardCharsets.UTF_8));
        assertThat(server.authorizations()).containsExactly("Basic " + pair, "Basic " + pair);
      }
    }

    @Test
    void mayBeATokenThatIsRenewed() throws IOException {
      credentials("token=first.t0ken==\n");
      try (LocalRegistry server = new LocalRegistry()) {
        Registry registry = registry(address(server.url()));
        int id = registry.register("quotes", QUOTE);
        credentials("token: second-t0ken\n");

        registry.schema(id);

        assertThat(server.authorizations())
            .containsExactly("Bearer first.t0ken==", "Bearer second-t0ken");
      }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void thatWillNotDoAreToldAndNotTriedAgain(int status) throws IOException {
      credentials("username=me\npassword=hush\n");
      try (LocalRegistry server = new LocalRegistry()) {
        server.answerNext(1, status, "who are you?");

        assertThatThrownBy(() -> registry(address(server.url())).register("quotes", QUOTE))
            .isInstanceOf(RegistryException.class)
            .hasMessage(
                "schema registry %s: does not let us in: it answers %d: who are you?"
                    .formatted(server.url(), status));
        assertThat(server.asked()).isEqualTo(1);
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "username=hush",
          "password=hush",
          "username=hush\npassword=hush\ntoken=hush",
          "token=hush hush",
          "token=hush\\r\\nX-Other: hush",
          "user=hush",
          "token=\\uhush",
        })
    void inAnotherFormAreToldInOneLineWithoutThem(String text) throws IOException {
      Path file = credentials(text);

      assertThatThrownBy(() -> address("http://localhost:1").check())
          .isInstanceOf(RegistryException.class)
          .message()
          .startsWith("credentials of the schema registry, " + file + ": ")
          .doesNotContain("hush")
          .doesNotContain("\n");
    }

    @Test
    void thatAreNotThereAreNamed() {
      assertThatThrownBy(() -> address("http://localhost:1").check())
          .isInstanceOf(RegistryException.class)
          .hasMessageContaining("credentials.properties: cannot be read");
    }

    @Test
    void doNotTravelWithTheJob() throws IOException {
      credentials("username=me\npassword=hush\n");
      RegistryAddress address = address("http://localhost:1");
      address.check();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(new Confluent(address));
      }

      assertThat(bytes.toString(StandardCharsets.ISO_8859_1))
          .contains("credentials.properties")
          .doesNotContain("hush");
      assertThat(new Confluent(address).toString()).doesNotContain("hush");
    }
  }

  @Nested
  class Trust {

    private static final String PASSWORD = "changeit"; // of a key that lives as long as this test

    private LocalRegistry server() throws Exception {
      Path store = directory.resolve("key.p12");
      keytool(
          ("-genkeypair -alias registry -keyalg EC -validity 1 -dname CN=localhost -ext"
                  + " SAN=dns:localhost -storetype PKCS12 -storepass %s -keystore %s")
              .formatted(PASSWORD, store));
      keytool(
          "-exportcert -rfc -alias registry -storepass %s -keystore %s -file %s"
              .formatted(PASSWORD, store, directory.resolve("trusted.pem")));
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        keys.load(in, PASSWORD.toCharArray());
      }
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(factory.getKeyManagers(), null, null);
      HttpsServer https = HttpsServer.create();
      https.setHttpsConfigurator(new HttpsConfigurator(context));
      return new LocalRegistry(https);
    }

    private void keytool(String arguments) throws Exception {
      Path log = directory.resolve("keytool.txt");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
      command.addAll(List.of(arguments.split(" ")));
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      assertThat(process.waitFor()).as(() -> log.toString()).isZero();
    }

    private RegistryAddress address(String url) {
      return new RegistryAddress(
          url, RegistryAddress.NONE, directory.resolve("trusted.pem").toString());
    }

    @Test
    void isGivenToTheCertificatesOfTheFileAndNotWithoutIt() throws Exception {
      try (LocalRegistry server = server()) {
        assertThat(registry(address(server.url())).register("quotes", QUOTE)).isEqualTo(100);

        Registry unsure = registry(RegistryAddress.open(server.url()));
        assertThatThrownBy(() -> unsure.register("quotes", QUOTE))
            .isInstanceOf(RegistryException.class)
            .hasMessageContaining("schema registry " + server.url() + ": does not answer (javax")
            .hasMessageContaining("PKIX");
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nMIIB\n"})
    void isNotGivenToWhatIsNoCertificate(String text) throws IOException {
      Path file = Files.writeString(directory.resolve("trusted.pem"), text);

      assertThatThrownBy(() -> address("https://localhost:1").check())
          .isInstanceOf(RegistryException.class)
          .message()
          .startsWith("truststore of the schema registry, " + file + ": ")
          .contains("in PEM")
          .doesNotContain("\n");
    }
  }
}
