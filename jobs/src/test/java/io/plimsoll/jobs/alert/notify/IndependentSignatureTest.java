package io.plimsoll.jobs.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.jobs.alert.Notices;
import io.plimsoll.jobs.alert.notify.NotifierSettings.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a webhook is told verifies with the library of Standard Webhooks' authors. */
class IndependentSignatureTest {

  private static final String OLD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String NEW = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
  private static final String NEITHER = "whsec_ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3";

  @TempDir private Path directory;

  private Receiver.Request sent() throws Exception {
    Path secrets = Files.writeString(directory.resolve("secrets"), OLD + '\n' + NEW + '\n');
    try (SentNotices sent =
        new SentNotices(Kind.WEBHOOK, "/hook", secrets.toString(), System.currentTimeMillis())) {
      return sent.request(Notices.some("a1"));
    }
  }

  @Test
  void eitherSecretVerifiesWhileTheyChangeAndNothingElseDoes() throws Exception {
    StandardWebhooksLibrary library = new StandardWebhooksLibrary(directory);
    Receiver.Request request = sent();
    Receiver.Request changed =
        new Receiver.Request(
            request.path(), request.headers(), request.body().replace("alice", "alicf"));

    assertThat(library.verified(OLD, List.of(request))).containsExactly("a1");
    assertThat(library.verified(NEW, List.of(request))).containsExactly("a1");
    assertThat(library.verified(NEITHER, List.of(request)))
        .containsExactly("No matching signature found");
    assertThat(library.verified(OLD, List.of(changed)))
        .containsExactly("No matching signature found");
  }
}
