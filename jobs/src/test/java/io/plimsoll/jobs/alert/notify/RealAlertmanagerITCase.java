package io.plimsoll.jobs.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.alert.Alert;
import io.plimsoll.jobs.alert.Change;
import io.plimsoll.jobs.alert.Crossing;
import io.plimsoll.jobs.alert.Digest;
import io.plimsoll.jobs.alert.Member;
import io.plimsoll.jobs.alert.Notice;
import io.plimsoll.jobs.alert.Notices;
import io.plimsoll.jobs.alert.delivery.Delivery;
import io.plimsoll.jobs.alert.delivery.DeliveryRules;
import io.plimsoll.jobs.alert.delivery.Outcome;
import io.plimsoll.jobs.operations.InstalledServer;
import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real Alertmanager makes of what it is told, where Debian's package of it is installed. */
class RealAlertmanagerITCase {

  private static final Duration AT_MOST = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final long opened = System.currentTimeMillis() - 1_000;

  @TempDir private Path directory;
  private Receiver people;
  private InstalledServer alertmanager;

  @BeforeEach
  void start() throws IOException {
    people = new Receiver();
    Path configuration =
        Files.writeString(
            directory.resolve("alertmanager.yml"),
            """
            route: {receiver: people, group_by: [route], group_wait: 1s, group_interval: 1s}
            receivers: [{name: people, webhook_configs: [{url: "%s"}]}]
            """
                .formatted(people.url()));
    alertmanager = InstalledServer.alertmanager(configuration, directory);
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    people.close();
    if (alertmanager != null) {
      alertmanager.close();
    }
  }

  private Alert alert(Change change, Level before, Level level) {
    return alert("risk desk", "ünï/\"aave\"", change, before, level);
  }

  private Alert alert(String route, String account, Change change, Level before, Level level) {
    Crossing crossing = new Crossing("x", account, opened, level, 0.98, 1000, 10);
    return new Alert("a", route, false, new Member("e", opened, change, crossing), before, 60_000);
  }

  private void tell(Notice notice) throws Exception {
    NotifierSettings settings =
        new NotifierSettings(
            "am",
            NotifierSettings.Kind.ALERTMANAGER,
            URI.create(alertmanager.url()),
            NotifierSettings.NONE,
            true,
            DeliveryRules.DEFAULTS);
    assertThat(
            new HttpSender(name -> Optional.of(settings), threads, System::currentTimeMillis)
                .send(new Delivery("am", notice, 0))
                .get(AT_MOST.toSeconds(), TimeUnit.SECONDS))
        .isEqualTo(Outcome.delivered("HTTP 200"));
  }

  /** What fires, by its API. */
  private List<JsonNode> firing() throws Exception {
    List<JsonNode> alerts = new ArrayList<>();
    JSON.readTree(alertmanager.get("/api/v2/alerts?active=true")).forEach(alerts::add);
    return alerts;
  }

  private List<String> levels() throws Exception {
    return firing().stream().map(alert -> alert.path("labels").path("level").asText()).toList();
  }

  /** What people were told, a line for each alert of each message. */
  private List<String> told() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Receiver.Request request : people.requests()) {
      for (JsonNode alert : JSON.readTree(request.body()).path("alerts")) {
        lines.add(
            alert.path("status").asText() + " " + alert.path("labels").path("level").asText());
      }
    }
    return lines;
  }

  private void awaitTold(String line) {
    await().atMost(AT_MOST).until(() -> told().contains(line));
  }

  @Test
  void anEpisodeFiresIsRepeatedEscalatesAndIsResolved() throws Exception {
    Alert first = alert(Change.FIRING, Level.SAFE, Level.MARGIN_CALL);
    tell(first);
    awaitTold("firing MARGIN_CALL");
    assertThat(levels()).containsExactly("MARGIN_CALL");
    Instant end = Instant.parse(firing().get(0).path("endsAt").asText());

    tell(Notices.repeated(first));
    await()
        .atMost(AT_MOST)
        .until(() -> Instant.parse(firing().get(0).path("endsAt").asText()).isAfter(end));
    assertThat(levels()).as("the same alert").containsExactly("MARGIN_CALL");

    tell(alert(Change.ESCALATED, Level.MARGIN_CALL, Level.INSOLVENT));
    await().atMost(AT_MOST).until(() -> levels().equals(List.of("INSOLVENT")));
    awaitTold("firing INSOLVENT");
    awaitTold("resolved MARGIN_CALL");

    tell(alert(Change.RESOLVED, Level.INSOLVENT, Level.SAFE));
    await().atMost(AT_MOST).until(() -> levels().isEmpty());
    awaitTold("resolved INSOLVENT");
    assertThat(told()).filteredOn("firing MARGIN_CALL"::equals).hasSize(1);
  }

  /** Its groups, by its API: the accounts of each route. */
  private Map<String, Set<String>> groups() throws Exception {
    Map<String, Set<String>> groups = new TreeMap<>();
    for (JsonNode group : JSON.readTree(alertmanager.get("/api/v2/alerts/groups"))) {
      Set<String> accounts = new TreeSet<>();
      group
          .path("alerts")
          .forEach(alert -> accounts.add(alert.path("labels").path("account").asText()));
      groups.put(group.path("labels").path("route").asText(), accounts);
    }
    return groups;
  }

  @Test
  void accountsOfARouteAreOneGroupAndToldTogether() throws Exception {
    for (String account : List.of("a", "b", "c")) {
      tell(alert("desk", account, Change.FIRING, Level.SAFE, Level.LIQUIDATABLE));
    }
    tell(alert("night", "a", Change.FIRING, Level.SAFE, Level.LIQUIDATABLE));

    await()
        .atMost(AT_MOST)
        .untilAsserted(
            () ->
                assertThat(groups())
                    .isEqualTo(Map.of("desk", Set.of("a", "b", "c"), "night", Set.of("a"))));
    await()
        .atMost(AT_MOST)
        .untilAsserted(
            () ->
                assertThat(messages())
                    .contains(Set.of("desk a", "desk b", "desk c"), Set.of("night a")));
    assertThat(messages()).noneMatch(message -> message.contains("night a") && message.size() > 1);
  }

  /** What people were told, a set of routes and accounts for each message. */
  private List<Set<String>> messages() throws IOException {
    List<Set<String>> messages = new ArrayList<>();
    for (Receiver.Request request : people.requests()) {
      Set<String> alerts = new TreeSet<>();
      for (JsonNode alert : JSON.readTree(request.body()).path("alerts")) {
        JsonNode labels = alert.path("labels");
        alerts.add(labels.path("route").asText() + " " + labels.path("account").asText());
      }
      messages.add(alerts);
    }
    return messages;
  }

  @Test
  void aDigestIsOneAlert() throws Exception {
    tell(
        new Digest(
            "d1",
            "risk desk",
            Digest.Reason.MANY_AT_ONCE,
            opened,
            Notices.digest().standing(),
            1,
            1,
            Notices.digest().worst()));
    await().atMost(AT_MOST).until(() -> firing().size() == 1);
    assertThat(firing().get(0).path("annotations").path("summary").asText())
        .isEqualTo("3 accounts: 1 LIQUIDATABLE, 1 INSOLVENT, 1 recovered");
  }
}
