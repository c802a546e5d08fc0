package io.plimsoll.jobs.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.alert.Notices;
import io.plimsoll.jobs.alert.notify.NotifierSettings.Kind;
import io.plimsoll.jobs.operations.InstalledProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a webhook is told verifies with the library of Standard Webhooks' authors for JavaScript,
 * where it is installed: {@code npm install --prefix jobs/target/npm standardwebhooks}.
 */
class IndependentSignatureTest {

  private static final String OLD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String NEW = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
  private static final String NEITHER = "whsec_ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3";
  private static final Path MODULES = Path.of("target", "npm", "node_modules");

  /** Prints the id of the event if the library takes its signature, else the library's error. */
  private static final String VERIFY =
      """
      const { Webhook } = require(process.argv[1] + "/standardwebhooks");
      const request = JSON.parse(require("fs").readFileSync(process.argv[2], "utf8"));
      try {
        console.log(new Webhook(request.secret).verify(request.body, request.headers).id);
      } catch (e) {
        console.log(e.message);
      }
      """;

  @TempDir private Path directory;

  private String verified(String secret, String body, Map<String, String> headers)
      throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("request.json"),
            new ObjectMapper()
                .writeValueAsString(Map.of("secret", secret, "body", body, "headers", headers)));
    InstalledProgram.Result result =
        InstalledProgram.named("node", "nodejs")
            .run("-e", VERIFY, MODULES.toAbsolutePath().toString(), file.toString());
    assertThat(result.exitCode()).as(result.output()).isZero();
    return result.output().strip();
  }

  private Receiver.Request sent() throws Exception {
    Path secrets = Files.writeString(directory.resolve("secrets"), OLD + '\n' + NEW + '\n');
    try (SentNotices sent =
        new SentNotices(Kind.WEBHOOK, "/hook", secrets.toString(), System.currentTimeMillis())) {
      return sent.request(Notices.some("a1"));
    }
  }

  private static Map<String, String> headers(Receiver.Request request) {
    return Stream.of("webhook-id", "webhook-timestamp", "webhook-signature")
        .collect(
            Collectors.toMap(
                name -> name,
                // The JDK's server has the names of headers with a capital.
                name -> request.header(Character.toUpperCase(name.charAt(0)) + name.substring(1))));
  }

  @Test
  void eitherSecretVerifiesWhileTheyChangeAndNothingElseDoes() throws Exception {
    assumeTrue(
        Files.isDirectory(MODULES.resolve("standardwebhooks")),
        "npm's standardwebhooks is not installed in " + MODULES.getParent());
    Receiver.Request request = sent();

    assertThat(verified(OLD, request.body(), headers(request))).isEqualTo("a1");
    assertThat(verified(NEW, request.body(), headers(request))).isEqualTo("a1");
    assertThat(verified(NEITHER, request.body(), headers(request)))
        .isEqualTo("No matching signature found");
    assertThat(verified(OLD, request.body().replace("alice", "alicf"), headers(request)))
        .isEqualTo("No matching signature found");
  }
}
