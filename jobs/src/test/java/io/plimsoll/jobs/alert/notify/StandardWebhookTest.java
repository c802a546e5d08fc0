package io.plimsoll.jobs.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhookTest {

  /** From the tests of the specification's own libraries. */
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String OTHER = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final long TIME = 1_614_265_330_999L;
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  @TempDir private Path directory;

  private HttpHeaders headers(String secrets) throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), secrets);
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://example.org"));
    return StandardWebhook.sign(request, ID, TIME, BODY, WebhookSecrets.read(file.toString()))
        .build()
        .headers();
  }

  @Test
  void signsAsTheSpecificationsExample() throws IOException {
    HttpHeaders headers = headers(SECRET + "\n");
    assertThat(headers.firstValue("webhook-id")).contains(ID);
    assertThat(headers.firstValue("webhook-timestamp")).contains("1614265330");
    assertThat(headers.firstValue("webhook-signature")).contains(SIGNATURE);
  }

  @Test
  void signsWithBothSecretsWhileTheyChange() throws IOException {
    String both = headers(OTHER + "\n\n" + SECRET).firstValue("webhook-signature").orElseThrow();
    assertThat(List.of(both.split(" "))).hasSize(2).contains(SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", // no whsec_
        "whsec_TWZLUTly", // 6 bytes
        "whsec_!!!!9r8GKYqrTwjUPD8ILPZIo2LaLaSw", // no Base64
        "whsec_" // nothing
      })
  void aSecretThatIsNoneIsToldWithoutItself(String secret) {
    assertThatThrownBy(() -> headers("\n" + secret))
        .isInstanceOf(NotifierException.class)
        .hasMessage(
            directory.resolve("secret")
                + ":2: is no secret; allowed is whsec_ and the Base64 of 24 to 64 bytes")
        .hasNoCause();
  }

  @Test
  void aFileWithoutSecretsOrWithTooManyOrNoneIsTold() {
    assertThatThrownBy(() -> headers("\n"))
        .hasMessageEndingWith(": 0 secrets; allowed are one or two");
    assertThatThrownBy(() -> headers(SECRET + '\n' + OTHER + '\n' + SECRET))
        .hasMessageEndingWith(": 3 secrets; allowed are one or two");
    assertThatThrownBy(() -> WebhookSecrets.read(directory.resolve("none").toString()))
        .hasMessage(directory.resolve("none") + ": cannot be read (NoSuchFileException)");
  }
}
