package io.plimsoll.jobs.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.jobs.alert.Change;
import io.plimsoll.jobs.alert.Notice;
import io.plimsoll.jobs.alert.Notices;
import io.plimsoll.jobs.alert.notify.NotifierSettings.Kind;
import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertmanagerNotifierTest {

  private static final long NOW = Notices.OPENED + 90_000;

  private SentNotices sent;

  @BeforeEach
  void start() throws IOException {
    sent = new SentNotices(Kind.ALERTMANAGER, "/base", NotifierSettings.NONE, NOW);
  }

  @AfterEach
  void stop() {
    sent.close();
  }

  private JsonNode told(Notice notice) throws Exception {
    return sent.json(notice, "/base/api/v2/alerts");
  }

  private static List<String> times(JsonNode alerts) {
    List<String> lines = new ArrayList<>();
    for (JsonNode alert : alerts) {
      lines.add(
          alert.path("labels").path("level").asText()
              + " from "
              + alert.path("startsAt").asText()
              + " to "
              + alert.path("endsAt").asText());
    }
    return lines;
  }

  @Test
  void whatFiresEndsByItselfUnlessItIsRepeated() throws Exception {
    JsonNode alerts = told(Notices.alert("a", Change.FIRING, Level.SAFE, Level.LIQUIDATABLE));
    assertThat(times(alerts))
        .containsExactly("LIQUIDATABLE from 2026-03-12T10:00:00Z to 2026-03-12T10:05:30Z");
    assertThat(alerts.get(0).path("labels").toString())
        .as("what identifies it, and no figure")
        .isEqualTo(
            "{\"alertname\":\"PlimsollAccount\",\"route\":\"desk\",\"account\":\"alice\","
                + "\"level\":\"LIQUIDATABLE\"}");
    assertThat(alerts.get(0).path("annotations").path("summary").asText())
        .isEqualTo("alice is LIQUIDATABLE");
  }

  @Test
  void whatEscalatesEndsTheLevelBefore() throws Exception {
    assertThat(
            times(
                told(Notices.alert("a", Change.ESCALATED, Level.MARGIN_CALL, Level.LIQUIDATABLE))))
        .containsExactly(
            "LIQUIDATABLE from 2026-03-12T10:00:00Z to 2026-03-12T10:05:30Z",
            "MARGIN_CALL from 2026-03-12T10:00:00Z to 2026-03-12T10:01:30Z");
  }

  @Test
  void whatHasRecoveredEndsNow() throws Exception {
    assertThat(times(told(Notices.alert("a", Change.RESOLVED, Level.INSOLVENT, Level.SAFE))))
        .containsExactly("INSOLVENT from 2026-03-12T10:00:00Z to 2026-03-12T10:01:30Z");
  }

  @Test
  void aRepetitionTellsTheSameLevelOnly() throws Exception {
    assertThat(
            times(
                told(
                    Notices.repeated(
                        Notices.alert("a", Change.FIRING, Level.INSOLVENT, Level.INSOLVENT)))))
        .containsExactly("INSOLVENT from 2026-03-12T10:00:00Z to 2026-03-12T10:05:30Z");
  }

  @Test
  void aDigestIsOneAlert() throws Exception {
    JsonNode alerts = told(Notices.digest());
    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).path("labels").toString())
        .isEqualTo("{\"alertname\":\"PlimsollDigest\",\"route\":\"desk\",\"digest\":\"d1\"}");
    assertThat(alerts.get(0).path("annotations").path("summary").asText())
        .isEqualTo("3 accounts: 1 LIQUIDATABLE, 1 INSOLVENT, 1 recovered");
    assertThat(alerts.get(0).path("annotations").path("list").asText())
        .isEqualTo("./plimsoll digest d1");
  }

  @Test
  void listsAndRecoveriesOfWhatWasNeverToldAreOfNoUse() {
    assertThat(Kind.ALERTMANAGER.takes(Notices.part())).isFalse();
    assertThat(Kind.ALERTMANAGER.takes(Notices.alert("a", Change.RESOLVED, Level.SAFE, Level.SAFE)))
        .isFalse();
    assertThat(Kind.ALERTMANAGER.takes(Notices.repeated(Notices.some("a")))).isTrue();
    assertThat(Kind.WEBHOOK.takes(Notices.repeated(Notices.some("a")))).isFalse();
    assertThat(Kind.WEBHOOK.takes(Notices.part())).isTrue();
  }
}
