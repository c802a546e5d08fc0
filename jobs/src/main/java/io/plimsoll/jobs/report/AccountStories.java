package io.plimsoll.jobs.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.jobs.book.Book;
import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.series.SeriesJson;
import io.plimsoll.jobs.summary.AccountTally;
import io.plimsoll.jobs.watch.AccountState;
import io.plimsoll.risk.account.Settings;
import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The accounts that mattered, each with its events and what it held at them: who fell furthest, and
 * of those who owed most. Bounded, whatever the run was. Mutable.
 */
final class AccountStories {

  private static final int ACCOUNTS = 200;
  private static final int EVENTS_OF_ONE = 40;
  private static final int EVENTS = 3_000;

  private static final Comparator<Map.Entry<String, AccountTally>> WORST_FIRST =
      Comparator.<Map.Entry<String, AccountTally>, Level>comparing(
              e -> e.getValue().worstLevel(), Comparator.reverseOrder())
          .thenComparingDouble(e -> Math.min(0, e.getValue().lowPoint().equityUsd()))
          .thenComparingDouble(e -> -e.getValue().peakExposureUsd())
          .thenComparing(Map.Entry::getKey);

  /** One account's. */
  private static final class Story {
    final AccountTally tally;
    final List<Told> events = new ArrayList<>();
    Optional<Settings> settings = Optional.empty();

    Story(AccountTally tally) {
      this.tally = tally;
    }
  }

  /** An event, with what it was decided from once that is known. */
  private static final class Told {
    final EventLine event;
    final JsonNode line;
    Working working = Working.UNKNOWN;

    Told(EventLine event, JsonNode line) {
      this.event = event;
      this.line = line;
    }
  }

  private final Map<String, Story> stories = new LinkedHashMap<>();

  /** In order of instants, as in their file. */
  private final List<Told> all = new ArrayList<>();

  private int captured;
  private long leftOut;

  /** Chooses from all accounts that had events. */
  AccountStories(Map<String, AccountTally> accounts) {
    accounts.entrySet().stream()
        .sorted(WORST_FIRST)
        .limit(ACCOUNTS)
        .forEach(entry -> stories.put(entry.getKey(), new Story(entry.getValue())));
  }

  /** Whether an account's events are wanted. */
  boolean tell(String account) {
    return stories.containsKey(account);
  }

  /**
   * Takes an event of such an account.
   *
   * @param line of the file, whole
   */
  void add(EventLine event, JsonNode line) {
    Story story = stories.get(event.account());
    if (story.events.size() < EVENTS_OF_ONE && all.size() < EVENTS) {
      Told told = new Told(event, line);
      story.events.add(told);
      all.add(told);
    } else {
      leftOut++;
    }
  }

  /** The instant of the next event to be explained, or {@link Long#MAX_VALUE}. */
  long next() {
    return captured < all.size() ? all.get(captured).event.instant() : Long.MAX_VALUE;
  }

  /** Notes what was held at the next instant. */
  void capture(Book book) {
    long instant = next();
    while (next() == instant) {
      Told told = all.get(captured);
      captured++;
      told.working = Working.of(told.event.account(), told.line, book);
      stories.get(told.event.account()).settings =
          book.account(told.event.account()).map(AccountState::settings);
    }
  }

  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("accounts");
    for (Map.Entry<String, Story> entry : stories.entrySet()) {
      write(json, entry.getKey(), entry.getValue());
    }
    json.writeEndArray();
    json.writeNumberField("eventsLeftOut", leftOut);
  }

  private static void write(JsonGenerator json, String account, Story story) throws IOException {
    json.writeStartObject();
    json.writeStringField("account", account);
    json.writeStringField("worst", story.tally.worstLevel().name());
    json.writeFieldName("lowestEquityUsd");
    SeriesJson.number(json, story.tally.lowPoint().equityUsd());
    json.writeFieldName("peakDebtUsd");
    SeriesJson.number(json, story.tally.peakExposureUsd());
    json.writeStringField("mode", story.settings.map(s -> s.mode().name()).orElse(null));
    json.writeStringField("category", story.settings.map(Settings::category).orElse(null));
    json.writeArrayFieldStart("events");
    for (Told told : story.events) {
      json.writeStartObject();
      json.writeFieldName("event");
      Nodes.write(json, told.line);
      json.writeStringField("rule", Rule.of(told.event, told.line, told.working));
      told.working.write(json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
