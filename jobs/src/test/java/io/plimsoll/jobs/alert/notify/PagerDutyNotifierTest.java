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

class PagerDutyNotifierTest {

  private static final String KEY = "0123456789abcdef0123456789ABCDEF";

  @TempDir private Path directory;
  private Path secret;
  private SentNotices sent;

  @BeforeEach
  void start() throws IOException {
    secret = Files.writeString(directory.resolve("key"), KEY + "\n");
    sent = new SentNotices(Kind.PAGERDUTY, "/v2/enqueue", secret.toString(), Notices.OPENED);
  }

  @AfterEach
  void stop() {
    sent.close();
  }

  private JsonNode told(Notice notice) throws Exception {
    return sent.json(notice, "/v2/enqueue");
  }

  @Test
  void anEpisodeIsOneAlertThere() throws Exception {
    JsonNode fires = told(Notices.alert("a", Change.FIRING, Level.SAFE, Level.MARGIN_CALL));
    JsonNode worse = told(Notices.alert("b", Change.ESCALATED, Level.MARGIN_CALL, Level.INSOLVENT));
    JsonNode over = told(Notices.alert("c", Change.RESOLVED, Level.INSOLVENT, Level.SAFE));

    assertThat(fires)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"routing_key": "%s", "event_action": "trigger", "dedup_key": "e-alice",
                     "payload": {
                      "summary": "alice is MARGIN_CALL", "source": "plimsoll",
                      "severity": "warning", "timestamp": "2026-03-12T10:00:00.500Z",
                      "component": "alice", "group": "desk", "class": "MARGIN_CALL",
                      "custom_details":
                       {"event": "x-alice", "healthFactor": 0.987, "debt": 15000.0,
                        "equity": 3150.5}}}
                    """
                        .formatted(KEY)));
    assertThat(worse.path("event_action").asText()).isEqualTo("trigger");
    assertThat(worse.path("payload").path("severity").asText()).isEqualTo("critical");
    assertThat(over.path("event_action").asText()).isEqualTo("resolve");
    assertThat(worse.path("dedup_key")).isEqualTo(fires.path("dedup_key"));
    assertThat(over.path("dedup_key")).isEqualTo(fires.path("dedup_key"));
  }

  @Test
  void aDigestIsAnAlertOfItsOwnAsBadAsItsWorst() throws Exception {
    JsonNode told = told(Notices.digest());

    assertThat(told.path("dedup_key").asText()).isEqualTo("d1");
    assertThat(told.path("payload").path("severity").asText()).isEqualTo("critical");
    assertThat(told.path("payload").path("summary").asText())
        .isEqualTo("3 accounts: 1 LIQUIDATABLE, 1 INSOLVENT, 1 recovered");
    assertThat(told.path("payload").path("custom_details").path("worst").asText())
        .isEqualTo("bob, carol");
    assertThat(told.path("payload").path("custom_details").path("list").asText())
        .isEqualTo("./plimsoll digest d1");
  }

  @Test
  void aSummaryIsNoLongerThanItMayBeAndNoCharacterIsCutInTwo() throws Exception {
    Crossing crossing =
        new Crossing("x", "😀".repeat(2_000), Notices.OPENED, Level.INSOLVENT, 0.5, 1, -1);
    JsonNode told =
        told(
            new Alert(
                "a",
                "desk",
                false,
                new Member("e", Notices.OPENED, Change.FIRING, crossing),
                Level.SAFE,
                60_000));

    String summary = told.path("payload").path("summary").asText();
    assertThat(summary.codePointCount(0, summary.length())).isEqualTo(1024);
    assertThat(summary).isEqualTo("😀".repeat(1023) + "…");
  }

  @Test
  void aKeyThatIsNoneIsSaidWithoutItsValue() throws Exception {
    Path unused = Files.writeString(secret, "s3cret\n");

    Outcome outcome = sent.outcome(Notices.some("a"));

    assertThat(outcome)
        .isEqualTo(
            Outcome.failed(
                secret + ": allowed is one line, the routing key of 32 letters and digits"));
  }

  @Test
  void whatItRemembersIsNotRepeatedAndListsAreOfNoUse() {
    assertThat(Kind.PAGERDUTY.takes(Notices.repeated(Notices.some("a")))).isFalse();
    assertThat(Kind.PAGERDUTY.takes(Notices.part())).isFalse();
    assertThat(Kind.PAGERDUTY.takes(Notices.alert("a", Change.RESOLVED, Level.SAFE, Level.SAFE)))
        .isFalse();
    assertThat(Kind.PAGERDUTY.takes(Notices.some("a"))).isTrue();
    assertThat(Kind.PAGERDUTY.takes(Notices.digest())).isTrue();
  }
}
