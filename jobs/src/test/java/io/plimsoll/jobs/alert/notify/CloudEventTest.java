package io.plimsoll.jobs.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.alert.Alert;
import io.plimsoll.jobs.alert.Change;
import io.plimsoll.jobs.alert.Crossing;
import io.plimsoll.jobs.alert.DigestPart;
import io.plimsoll.jobs.alert.Member;
import io.plimsoll.jobs.alert.Notices;
import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloudEventTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void anAlertTellsTheAccountItsEpisodeAndItsFigures() throws Exception {
    assertThat(
            CloudEvent.of(
                Notices.alert("a1", Change.ESCALATED, Level.MARGIN_CALL, Level.LIQUIDATABLE)))
        .isEqualTo(
            "{\"specversion\":\"1.0\",\"id\":\"a1\",\"source\":\"/plimsoll/routes/desk\","
                + "\"type\":\"io.plimsoll.alert.escalated\",\"subject\":\"alice\","
                + "\"time\":\"2026-03-12T10:00:00.500Z\",\"datacontenttype\":\"application/json\","
                + "\"data\":{\"route\":\"desk\",\"episode\":\"e-alice\",\"change\":\"ESCALATED\","
                + "\"account\":\"alice\",\"level\":\"LIQUIDATABLE\",\"openedAt\":1773309600000,"
                + "\"event\":\"x-alice\",\"instant\":1773309600500,\"healthFactor\":0.987,"
                + "\"debt\":15000.0,\"equity\":3150.5,\"before\":\"MARGIN_CALL\"}}");
  }

  @Test
  void aDigestTellsHowManyAndTheWorstAndItsPartsNameAll() throws Exception {
    JsonNode digest = JSON.readTree(CloudEvent.of(Notices.digest()));
    assertThat(digest.path("type").asText()).isEqualTo("io.plimsoll.alert.digest");
    assertThat(digest.path("data").path("accounts").asInt()).isEqualTo(3);
    assertThat(digest.path("data").path("standing").toString())
        .isEqualTo("{\"LIQUIDATABLE\":1,\"INSOLVENT\":1}");
    assertThat(digest.path("data").path("worst").findValuesAsText("account"))
        .containsExactly("bob", "carol");

    JsonNode part = JSON.readTree(CloudEvent.of(Notices.part()));
    assertThat(part.path("id").asText()).isEqualTo("d1-1");
    assertThat(part.path("data").path("digest").asText()).isEqualTo("d1");
    assertThat(part.path("data").path("members").findValuesAsText("account"))
        .containsExactly("bob", "carol", "dave");
  }

  @Test
  void aPartIsReadAsItWasWritten() throws Exception {
    DigestPart part = Notices.part();
    assertThat(DigestPartReader.read(CloudEvent.of(part).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(part);
    assertThat(DigestPart.worstFirst(List.of(part)))
        .extracting(member -> member.crossing().account())
        .containsExactly("bob", "carol", "dave");
    for (String other : List.of("", "{}", "[]", "no JSON", CloudEvent.of(Notices.some("a")))) {
      assertThatThrownBy(() -> DigestPartReader.read(other.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void namesAreWhatPeopleLikeAndFiguresWhatJsonHas() throws Exception {
    Crossing crossing =
        new Crossing("x", "desk \"7\"/Ünï", 0, Level.SAFE, Double.POSITIVE_INFINITY, 0, Double.NaN);
    Alert alert =
        new Alert(
            "a",
            "risk & co/1",
            false,
            new Member("e", 0, Change.RESOLVED, crossing),
            Level.MARGIN_CALL,
            1);
    JsonNode event = JSON.readTree(CloudEvent.of(alert));

    assertThat(event.path("subject").asText()).isEqualTo("desk \"7\"/Ünï");
    assertThat(URI.create(event.path("source").asText()).getRawPath())
        .isEqualTo("/plimsoll/routes/risk%20%26%20co%2F1");
    assertThat(event.path("data").path("route").asText()).isEqualTo("risk & co/1");
    assertThat(event.path("data").path("healthFactor").isNull()).isTrue();
    assertThat(event.path("data").path("equity").isNull()).isTrue();
  }
}
