package io.plimsoll.jobs.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.alert.Notices;
import io.plimsoll.jobs.alert.delivery.Delivery;
import io.plimsoll.jobs.alert.delivery.DeliveryRules;
import io.plimsoll.jobs.alert.delivery.Outcome;
import io.plimsoll.jobs.alert.delivery.Outcome.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpSenderTest {

  private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String LATER = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
  private static final long NOW = Notices.OPENED + 1_234;

  @TempDir private Path directory;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Receiver receiver;
  private Path secrets;

  @BeforeEach
  void start() throws IOException {
    receiver = new Receiver();
    secrets = Files.writeString(directory.resolve("secret"), "whsec_" + KEY);
  }

  @AfterEach
  void stop() {
    receiver.close();
    threads.shutdownNow();
  }

  private NotifierSettings settings(String url, boolean allowPrivate, long timeoutMs) {
    return new NotifierSettings(
        "hook",
        NotifierSettings.Kind.WEBHOOK,
        URI.create(url),
        secrets.toString(),
        allowPrivate,
        new DeliveryRules(timeoutMs, 60_000, 60));
  }

  private Outcome send(NotifierSettings settings) throws Exception {
    return new HttpSender(
            name -> Optional.of(settings).filter(s -> s.name().equals(name)), threads, () -> NOW)
        .send(new Delivery("hook", Notices.some("a1"), NOW))
        .get(20, TimeUnit.SECONDS);
  }

  private Outcome send() throws Exception {
    return send(settings(receiver.url() + "/in?x=1", true, 10_000));
  }

  private static String signature(String key, Receiver.Request request)
      throws GeneralSecurityException {
    String signed =
        request.header("Webhook-id")
            + '.'
            + request.header("Webhook-timestamp")
            + '.'
            + request.body();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
    byte[] digest = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(digest);
  }

  @Test
  void aNoticeArrivesSignedAndWithTheSameIdAndBodyEachTime() throws Exception {
    assertThat(send()).isEqualTo(Outcome.delivered("HTTP 200"));
    assertThat(send()).isEqualTo(Outcome.delivered("HTTP 200"));

    Receiver.Request first = receiver.requests().get(0);
    assertThat(receiver.requests()).hasSize(2);
    assertThat(first.path()).isEqualTo("/in?x=1");
    assertThat(first.header("Webhook-id")).isEqualTo("a1");
    assertThat(first.header("Content-type")).startsWith("application/cloudevents+json");
    assertThat(first.header("Webhook-signature")).isEqualTo(signature(KEY, first));
    assertThat(receiver.requests().get(1).body()).isEqualTo(first.body());
  }

  @Test
  void aSecretThatChangesCountsFromTheNextRequestOn() throws Exception {
    Files.writeString(secrets, "whsec_" + LATER + "\nwhsec_" + KEY);
    send();
    Receiver.Request request = receiver.requests().get(0);

    assertThat(request.header("Webhook-signature"))
        .isEqualTo(signature(LATER, request) + ' ' + signature(KEY, request));
  }

  @Test
  void aSecretThatIsAwayIsAFailureThatMayPass() throws Exception {
    Files.delete(secrets);
    assertThat(send())
        .isEqualTo(Outcome.failed(secrets + ": cannot be read (NoSuchFileException)"));
    assertThat(receiver.requests()).isEmpty();
  }

  @Test
  void aRedirectionIsNotFollowed() throws Exception {
    receiver.answer(307, Map.of("Location", receiver.url() + "/elsewhere"));
    assertThat(send()).isEqualTo(Outcome.failed("HTTP 307, not followed"));
    assertThat(receiver.requests()).hasSize(1);
  }

  @Test
  void whoIsAskedTooMuchSaysUntilWhen() throws Exception {
    receiver.answer(429, Map.of("Retry-After", "3"));
    assertThat(send()).isEqualTo(new Outcome(Kind.FAILED, "HTTP 429", 3_000));
  }

  @Test
  void whoDoesNotAnswerHasFailed() throws Exception {
    receiver.answer(Receiver.SILENCE, Map.of());
    assertThat(send(settings(receiver.url(), true, 200)))
        .isEqualTo(Outcome.failed("HttpTimeoutException"));
  }

  @Test
  void whoIsNotThereHasFailed() throws Exception {
    receiver.close();
    assertThat(send()).isEqualTo(Outcome.failed("ConnectException"));
  }

  @Test
  void aPrivateAddressIsNotAskedUnlessItIsAllowed() throws Exception {
    assertThat(send(settings(receiver.url(), false, 10_000)))
        .isEqualTo(Outcome.refused("a private address; allowed with allowPrivate: true"));
    assertThat(receiver.requests()).isEmpty();
  }

  @Test
  void aNotifierThatThereIsNoMoreIsNotAsked() throws Exception {
    assertThat(
            new HttpSender(name -> Optional.empty(), threads, () -> NOW)
                .send(new Delivery("hook", Notices.some("a1"), NOW))
                .get(20, TimeUnit.SECONDS)
                .kind())
        .isEqualTo(Kind.REFUSED);
  }
}
