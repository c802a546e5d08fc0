package io.plimsoll.jobs.series;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.readback.EventTerms;
import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Levels over a time that goes on, beside a count that keeps everything. */
class LevelSeriesTest {

  private static final long SEED = Long.getLong("plimsoll.seed", System.nanoTime());
  private static final long START = 1_700_000_000_000L;
  private static final long MINUTE = 60_000;
  private static final int KEPT = 20;

  private final TimeAxis axis = TimeAxis.rolling(START, KEPT * MINUTE, KEPT, MINUTE);

  private static EventLine event(long instant, String account, Level from, Level to) {
    return new EventLine(
        instant, account, from, to, 0.9, 10, 10, -1, Map.of(), EventTerms.NONE, false);
  }

  private JsonNode written(LevelSeries series, long from) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = SeriesJson.generator(text)) {
      json.writeStartObject();
      series.write(json, from);
      json.writeEndObject();
    }
    return new ObjectMapper().readTree(text.toString()).get("levels");
  }

  @Test
  void keepsTheLastStepsHoweverLongNothingHappened() throws IOException {
    LevelSeries series = new LevelSeries(axis);
    series.add(event(START, "a", Level.SAFE, Level.LIQUIDATABLE));
    series.reach(START + 1_000 * KEPT * MINUTE);
    JsonNode levels = written(series, 0);
    assertThat(levels.get("t")).hasSize(KEPT);
    for (int i = 0; i < KEPT; i++) {
      assertThat(levels.get("atLiquidatable").get(i).asInt()).isOne();
      assertThat(levels.get("atRiskUsd").get(i).asInt()).isEqualTo(10);
      assertThat(levels.get("liquidations").get(i).asInt()).isZero();
    }
    assertThat(levels.get("t").get(KEPT - 1).asLong())
        .isEqualTo(axis.start(axis.step(START + 1_000 * KEPT * MINUTE)));
  }

  @Test
  void aLateEventCountsWhereTimeStands() throws IOException {
    LevelSeries series = new LevelSeries(axis);
    series.reach(START + 5 * MINUTE);
    series.add(event(START, "a", Level.SAFE, Level.MARGIN_CALL));
    JsonNode levels = written(series, series.step());
    assertThat(levels.get("t")).hasSize(1);
    assertThat(levels.get("marginCalls").get(0).asInt()).isOne();
  }

  @Test
  void isWhatACountThatKeepsEverythingSays() throws IOException {
    System.out.println("seed " + SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    LevelSeries series = new LevelSeries(axis);
    List<EventLine> all = new ArrayList<>();
    Map<String, Level> standing = new TreeMap<>();
    long now = START;
    for (int i = 0; i < 3_000; i++) {
      now += random.nextInt(20) == 0 ? random.nextLong(5 * MINUTE) : random.nextLong(MINUTE / 5);
      String account = "a" + random.nextInt(30);
      Level from = standing.getOrDefault(account, Level.SAFE);
      Level to = Level.values()[random.nextInt(Level.values().length)];
      standing.put(account, to);
      EventLine event = event(now, account, from, to);
      all.add(event);
      series.add(event);
      if (random.nextInt(50) == 0) {
        compare(written(series, 0), all, axis.step(now));
      }
    }
    compare(written(series, 0), all, axis.step(now));
  }

  private void compare(JsonNode levels, List<EventLine> all, long last) {
    assertThat(levels.get("t").size()).isEqualTo((int) Math.min(KEPT, last + 1));
    for (int i = 0; i < levels.get("t").size(); i++) {
      long start = levels.get("t").get(i).asLong();
      Map<String, Level> standing = new TreeMap<>();
      int liquidations = 0;
      int recoveries = 0;
      for (EventLine event : all) {
        if (event.instant() < start + MINUTE) {
          standing.put(event.account(), event.to());
          if (event.instant() >= start && event.to() != event.from()) {
            boolean better = event.from().isAtLeast(event.to());
            recoveries += better ? 1 : 0;
            liquidations += !better && event.to() == Level.LIQUIDATABLE ? 1 : 0;
          }
        }
      }
      assertThat(levels.get("liquidations").get(i).asInt()).isEqualTo(liquidations);
      assertThat(levels.get("recoveries").get(i).asInt()).isEqualTo(recoveries);
      assertThat(levels.get("atInsolvent").get(i).asLong())
          .isEqualTo(standing.values().stream().filter(l -> l == Level.INSOLVENT).count());
    }
  }
}
