package io.plimsoll.jobs.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.alert.Alert;
import io.plimsoll.jobs.alert.Change;
import io.plimsoll.jobs.alert.Crossing;
import io.plimsoll.jobs.alert.Member;
import io.plimsoll.jobs.alert.Notice;
import io.plimsoll.jobs.alert.Notices;
import io.plimsoll.jobs.alert.delivery.Outcome;
import io.plimsoll.jobs.alert.notify.NotifierSettings.Kind;
import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlackNotifierTest {

  private static final String PATH = "/services/T0/B0/x-Y_z";

  @TempDir private Path directory;
  private Path secret;
  private SentNotices sent;

  @BeforeEach
  void start() throws IOException {
    secret = Files.writeString(directory.resolve("path"), PATH + "\n");
    sent = new SentNotices(Kind.SLACK, "/", secret.toString(), Notices.OPENED);
  }

  @AfterEach
  void stop() {
    sent.close();
  }

  private JsonNode told(Notice notice) throws Exception {
    return sent.json(notice, PATH);
  }

  @Test
  void eachChangeIsAMessage() throws Exception {
    assertThat(told(Notices.some("a")).path("text").asText())
        .isEqualTo(
            "alice is LIQUIDATABLE (desk)\n"
                + "health factor 0.987, debt 15,000.00 USD, equity 3,150.50 USD");
    assertThat(
            told(Notices.alert("b", Change.RESOLVED, Level.LIQUIDATABLE, Level.SAFE))
                .path("text")
                .asText())
        .startsWith("alice has recovered: SAFE (desk)");
  }

  @Test
  void aDigestNamesTheWorst() throws Exception {
    assertThat(told(Notices.digest()).path("text").asText().lines())
        .containsExactly(
            "3 accounts: 1 LIQUIDATABLE, 1 INSOLVENT, 1 recovered (desk)",
            "INSOLVENT bob: health factor 0.987, debt 15,000.00 USD, equity 3,150.50 USD",
            "LIQUIDATABLE carol: health factor 0.987, debt 15,000.00 USD, equity 3,150.50 USD",
            "and 1 more; all of them: ./plimsoll digest d1");
  }

  @Test
  void aNameMentionsNobodyAndLinksNowhere() throws Exception {
    Crossing crossing =
        new Crossing("x", "<!channel> *b* & <http://a|b>", 1, Level.INSOLVENT, 0.5, 1, -1);
    JsonNode told =
        told(
            new Alert(
                "a",
                "desk",
                false,
                new Member("e", Notices.OPENED, Change.FIRING, crossing),
                Level.SAFE,
                60_000));

    assertThat(told.path("text").asText())
        .startsWith("&lt;!channel&gt; *b* &amp; &lt;http://a|b&gt; is INSOLVENT");
    assertThat(told.path("mrkdwn")).isEqualTo(new ObjectMapper().readTree("false"));
  }

  @Test
  void aPathThatIsNoneIsSaidWithoutItsValue() throws Exception {
    Path unused = Files.writeString(secret, "https://hooks.slack.com" + PATH);

    Outcome outcome = sent.outcome(Notices.some("a"));

    assertThat(outcome)
        .isEqualTo(
            Outcome.failed(
                secret
                    + ": allowed is one line, the path of the webhook's URL, /services/… of Slack"));
  }

  @Test
  void repetitionsAndListsAreOfNoUse() {
    assertThat(Kind.SLACK.takes(Notices.repeated(Notices.some("a")))).isFalse();
    assertThat(Kind.SLACK.takes(Notices.part())).isFalse();
    assertThat(Kind.SLACK.takes(Notices.digest())).isTrue();
  }
}
