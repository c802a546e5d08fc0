package io.plimsoll.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.series.SeriesJson;
import io.plimsoll.jobs.watch.WatchOptions;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages are told of a monitor, frame by frame. */
class FramesTest {

  private static final long SEED = Long.getLong("plimsoll.seed", System.nanoTime());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long DAY_MS = 86_400_000L;
  private static final long HOUR_MS = 3_600_000L;

  @TempDir static Path directory;
  private static ToldMonitor told;

  @BeforeAll
  static void aMonitor() throws IOException {
    System.out.println("seed " + SEED);
    told = new ToldMonitor(directory, 300);
  }

  private static Frames frames(LiveMonitor monitor) {
    return new Frames(
        monitor, new Health(List.of(), Optional.empty(), () -> 0), "brokers", "plimsoll 1");
  }

  private static JsonNode all(LiveMonitor monitor) throws IOException {
    return JSON.readTree(frames(monitor).next(true).all().orElseThrow());
  }

  @Test
  void whoHasHeardEveryFrameKnowsWhatWhoComesNowIsTold() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    for (long window : new long[] {DAY_MS, HOUR_MS}) {
      LiveMonitor monitor = new LiveMonitor(told.parameters, window, WatchOptions.FOR_EVER);
      monitor.catchUp();
      Frames frames = frames(monitor);
      PageData page = new PageData();
      page.all(frames.next(true).all().orElseThrow());
      int told200 = 0;
      for (ToldMonitor.Told record : told.inOrder()) {
        record.tell().accept(monitor);
        told200 += record.rank() == 2 ? 1 : 0;
        if (random.nextInt(100) == 0 || told200 == 150) {
          told200 = 0;
          Frames.Frame frame = frames.next(true);
          page.step(frame.step());
          if (random.nextInt(10) == 0) {
            compare(page.data(), JSON.readTree(frame.all().orElseThrow()));
          }
        }
      }
      Frames.Frame last = frames.next(true);
      page.step(last.step());
      compare(page.data(), JSON.readTree(last.all().orElseThrow()));
    }
  }

  /** The page drops what is older than the window; all is told without it. */
  private static void compare(JsonNode page, JsonNode all) {
    assertThat(page.get("summary")).isEqualTo(all.get("summary"));
    assertThat(page.get("events")).isEqualTo(all.get("events"));
    assertThat(page.path("levels").isObject()).isEqualTo(all.path("levels").isObject());
    if (all.path("levels").isObject()) {
      assertSame(page.get("levels"), all.get("levels"), "levels");
      assertSame(page.get("distribution"), all.get("distribution"), "distribution");
      assertThat(page.get("assets")).hasSameSizeAs(all.get("assets"));
      for (int i = 0; i < all.get("assets").size(); i++) {
        assertSame(page.get("assets").get(i), all.get("assets").get(i), "asset " + i);
        assertThat(page.get("assets").get(i).get("outages"))
            .isEqualTo(all.get("assets").get(i).get("outages"));
      }
    }
  }

  /** All columns, from the first time that is told now. */
  private static void assertSame(JsonNode page, JsonNode all, String what) {
    int times = all.get("t").size();
    int before = page.get("t").size() - times;
    assertThat(before).as(what).isNotNegative();
    all.fieldNames()
        .forEachRemaining(
            name -> {
              JsonNode column = all.get(name);
              if (column.isArray() && column.size() == times && !name.equals("edges")) {
                for (int i = 0; i < times; i++) {
                  assertThat(page.get(name).get(before + i))
                      .as("%s, %s, %d of %d", what, name, i, times)
                      .isEqualTo(column.get(i));
                }
              }
            });
  }

  @Test
  void theOrderOfPartitionsAndWhatIsSaidTwiceDoNotMatter() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED + 1);
    LiveMonitor ordered = new LiveMonitor(told.parameters, DAY_MS, WatchOptions.FOR_EVER);
    LiveMonitor mixed = new LiveMonitor(told.parameters, DAY_MS, WatchOptions.FOR_EVER);
    for (LiveMonitor monitor : List.of(ordered, mixed)) {
      told.bars.forEach(monitor::take);
      told.rows.forEach(monitor::take);
    }
    told.events.forEach(ordered::take);
    List<EventLine> left = new ArrayList<>(told.events);
    int partitions = 4;
    for (int p = 0; p < partitions; p++) {
      List<EventLine> own = new ArrayList<>();
      for (EventLine event : left) {
        if (Math.floorMod(event.account().hashCode(), partitions) == p) {
          own.add(event);
        }
      }
      own.forEach(mixed::take);
      // After a failure it says some of them again.
      int from = random.nextInt(own.size());
      own.subList(from, own.size()).forEach(mixed::take);
    }
    ordered.catchUp();
    mixed.catchUp();
    JsonNode expected = all(ordered);
    JsonNode found = all(mixed);
    assertThat(found.get("levels")).isEqualTo(expected.get("levels"));
    assertThat(found.get("summary")).isEqualTo(expected.get("summary"));
    assertThat(found.at("/summary/events").asInt()).isEqualTo(told.events.size());
  }

  @Test
  void whereAccountsStandIsWhatTheRunSaysOfItsEnd() throws IOException {
    LiveMonitor monitor = new LiveMonitor(told.parameters, HOUR_MS, WatchOptions.FOR_EVER);
    told.bars.forEach(monitor::take);
    told.rows.forEach(monitor::take);
    told.events.forEach(monitor::take);
    told.refused.forEach(row -> monitor.take(row, told.end()));
    monitor.catchUp();
    JsonNode summary = JSON.readTree(told.out.resolve("summary.json").toFile());
    JsonNode shown = all(monitor).get("summary");
    assertThat(shown.get("atMarginCall")).isEqualTo(summary.at("/accounts/atEnd/MARGIN_CALL"));
    assertThat(shown.get("atLiquidatable")).isEqualTo(summary.at("/accounts/atEnd/LIQUIDATABLE"));
    assertThat(shown.get("atInsolvent")).isEqualTo(summary.at("/accounts/atEnd/INSOLVENT"));
    assertThat(shown.get("refused")).isEqualTo(summary.at("/refused/total"));
    assertThat(shown.get("badDebtUsd").asDouble())
        .isCloseTo(summary.at("/badDebt/atEndUsd").asDouble(), within(1e-6));
  }

  @Test
  void whatIsKeptDoesNotGrow() throws IOException {
    LiveMonitor monitor = new LiveMonitor(told.parameters, HOUR_MS, WatchOptions.FOR_EVER);
    monitor.catchUp();
    Frames frames = frames(monitor);
    int longest = 0;
    int records = 0;
    for (ToldMonitor.Told record : told.inOrder()) {
      record.tell().accept(monitor);
      records++;
      if (records % 500 == 0) {
        JsonNode all = JSON.readTree(frames.next(true).all().orElseThrow());
        longest = Math.max(longest, all.at("/levels/t").size());
        assertThat(all.at("/distribution/t").size()).isLessThanOrEqualTo(97);
        all.get("assets")
            .forEach(
                asset -> {
                  assertThat(asset.get("t").size()).isLessThanOrEqualTo(61);
                  asset
                      .get("outages")
                      .forEach(
                          outage ->
                              assertThat(outage.get("to").asLong())
                                  .isGreaterThanOrEqualTo(
                                      all.get("to").asLong() - HOUR_MS - 60_000));
                });
      }
    }
    assertThat(longest).isBetween(60, 61);
  }

  @Test
  void aListHasTheAccountsOfItsLevelLowestFirst() throws IOException {
    LiveMonitor monitor = new LiveMonitor(told.parameters, HOUR_MS, WatchOptions.FOR_EVER);
    told.bars.forEach(monitor::take);
    told.rows.forEach(monitor::take);
    told.events.forEach(monitor::take);
    monitor.catchUp();
    Map<String, String> standing = new TreeMap<>();
    told.events.forEach(event -> standing.put(event.account(), event.to().name()));
    for (String level : List.of("MARGIN_CALL", "LIQUIDATABLE", "INSOLVENT")) {
      JsonNode list = list(monitor, "level=" + level);
      // Who holds nothing by now stands where its last event has put it, and is in no list.
      assertThat(list.get("total").asLong())
          .isLessThanOrEqualTo(standing.values().stream().filter(level::equals).count());
      double last = Double.NEGATIVE_INFINITY;
      for (JsonNode account : list.get("accounts")) {
        assertThat(standing.get(account.get("account").asText())).isEqualTo(level);
        double healthFactor =
            account.get("healthFactor").isNull()
                ? Double.POSITIVE_INFINITY
                : account.get("healthFactor").asDouble();
        assertThat(healthFactor).isGreaterThanOrEqualTo(last - 1e-6);
        last = healthFactor;
      }
    }
    JsonNode everybody = list(monitor, "q=A-0&limit=7");
    assertThat(everybody.get("accounts")).hasSize(7);
    assertThat(everybody.get("total").asLong()).isGreaterThan(7);
    everybody
        .get("accounts")
        .forEach(account -> assertThat(account.get("account").asText()).contains("a-0"));
  }

  private static JsonNode list(LiveMonitor monitor, String query) throws IOException {
    StringWriter text = new StringWriter();
    Query asked = new Query(query, Set.of("level", "q", "limit"));
    try (JsonGenerator json = SeriesJson.generator(text)) {
      new AccountList(asked.level("level"), asked.text("q"), asked.number("limit", 200, 1_000))
          .write(json, monitor);
    }
    return JSON.readTree(text.toString());
  }

  @Test
  void beforeAnythingIsHeardThereIsNothingToDraw() throws IOException {
    JsonNode all = all(new LiveMonitor(told.parameters, HOUR_MS, WatchOptions.FOR_EVER));
    assertThat(all.get("levels").isNull()).isTrue();
    assertThat(all.at("/health/lastBar").isNull()).isTrue();
    assertThat(all.at("/summary/accounts").asInt()).isZero();
  }
}
