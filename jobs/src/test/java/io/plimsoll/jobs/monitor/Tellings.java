package io.plimsoll.jobs.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.alert.notify.HostileReceiver.Arrival;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a webhook has been told by the runs of a job, one after the other, read as it arrives. That
 * what one run tells is in order, and that what it says again it says in the same words, is looked
 * at on the way.
 */
final class Tellings {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TYPE = "io.plimsoll.alert.";

  /** What was said of one account. */
  private record Telling(String event, boolean resolved) {}

  private final String path;
  private final Map<String, String> bodies = new HashMap<>();
  private final Map<String, Long> instants = new HashMap<>();
  private final Map<String, Telling> last = new HashMap<>();
  private final Set<String> episodes = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private final List<String> pages = new ArrayList<>();
  private final List<String> digests = new ArrayList<>();
  private int repetitions;

  Tellings(String path) {
    this.path = path;
  }

  /** A new run has begun: it may go back to where a checkpoint was. */
  void beginRun() {
    bodies.clear();
    instants.clear();
  }

  void add(Arrival arrival) throws IOException {
    if (!arrival.request().path().equals(path)) {
      return;
    }
    String id = arrival.request().header("webhook-id");
    String body = arrival.request().body();
    String before = bodies.putIfAbsent(id, body);
    if (before != null) {
      repetitions++;
      assertThat(body).as("what is said again by the same id").isEqualTo(before);
    }
    JsonNode event = JSON.readTree(body);
    assertThat(event.path("id").asText()).isEqualTo(id);
    JsonNode data = event.path("data");
    String type = event.path("type").asText().substring(TYPE.length());
    if (type.equals("digest-part")) {
      data.path("members").forEach(member -> add(member, arrival.acknowledged()));
    } else if (!type.equals("digest")) {
      add(data, arrival.acknowledged());
    }
    if (arrival.acknowledged() && ids.add(id) && !type.equals("digest-part")) {
      pages.add(type);
      if (type.equals("digest")) {
        digests.add(id);
      }
    }
  }

  private void add(JsonNode member, boolean acknowledged) {
    String account = member.path("account").asText();
    long instant = member.path("instant").asLong();
    long latest = instants.merge(account, instant, Math::max);
    assertThat(instant).as("instant of %s after %d", account, latest).isEqualTo(latest);
    if (acknowledged) {
      episodes.add(member.path("episode").asText());
      last.put(
          account,
          new Telling(
              member.path("event").asText(), member.path("change").asText().equals("RESOLVED")));
    }
  }

  /** Whether the last thing told of each account is how it stands. */
  boolean areComplete(List<CrossedAccounts.Standing> standings) {
    return last.size() == standings.size()
        && standings.stream().allMatch(standing -> isTold(standing));
  }

  private boolean isTold(CrossedAccounts.Standing standing) {
    return Optional.ofNullable(last.get(standing.account()))
        .filter(
            told ->
                told.resolved()
                    ? standing.openBy().isEmpty()
                    : standing.openBy().equals(Optional.of(told.event())))
        .isPresent();
  }

  /** Accounts of which anything was told. */
  Set<String> accounts() {
    return last.keySet();
  }

  /** Episodes of which anything was told. */
  Set<String> episodes() {
    return episodes;
  }

  /** Ids of what was told. */
  Set<String> ids() {
    return ids;
  }

  /** Types of what a person is told, in order: no parts of lists. */
  List<String> pages() {
    return pages;
  }

  /** Ids of the digests that were told. */
  List<String> digests() {
    return digests;
  }

  /** How many accounts were told by themselves. */
  int alone() {
    return pages.size() - digests.size();
  }

  /** How often something was said again within a run. */
  int repetitions() {
    return repetitions;
  }
}
