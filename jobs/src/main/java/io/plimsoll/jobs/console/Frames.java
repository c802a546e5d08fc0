package io.plimsoll.jobs.console;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.series.SeriesJson;
import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;

/**
 * What pages are told, as JSON: all of it at first, then what is new. What is new is told from the
 * step of the last frame on, for that step was not over. For one thread.
 */
final class Frames {

  /** Steps by which one asset's bar may come after another's. */
  private static final long LATE = 3;

  private final LiveMonitor monitor;
  private final Health health;
  private final String title;
  private final String version;
  private long number;
  private long toldBars;
  private long toldLevels;
  private long toldMoments;
  private long toldEvents;
  private long toldRefused;

  /**
   * Frames of a monitor.
   *
   * @param title what people call it
   * @param version of Plimsoll
   */
  Frames(LiveMonitor monitor, Health health, String title, String version) {
    this.monitor = monitor;
    this.health = health;
    this.title = title;
    this.version = version;
  }

  /**
   * A second's frames.
   *
   * @param all for who has heard nothing yet
   * @param step for who has heard all frames before
   */
  record Frame(Optional<String> all, String step) {}

  /**
   * Makes the next ones.
   *
   * @param wanted whether somebody has heard nothing yet
   */
  Frame next(boolean wanted) throws IOException {
    monitor.second();
    number++;
    return monitor.look(
        at -> {
          String step = text(json -> write(json, false));
          Optional<String> all =
              wanted ? Optional.of(text(json -> write(json, true))) : Optional.empty();
          note();
          return new Frame(all, step);
        });
  }

  /** Something that is written. */
  private interface Part {
    void write(JsonGenerator json) throws IOException;
  }

  private static String text(Part part) throws IOException {
    StringWriter text = new StringWriter(4_096);
    try (JsonGenerator json = SeriesJson.generator(text)) {
      json.writeStartObject();
      part.write(json);
      json.writeEndObject();
    }
    return text.toString();
  }

  private void write(JsonGenerator json, boolean all) throws IOException {
    long to = monitor.lastBar();
    json.writeNumberField("frame", number);
    json.writeNumberField("now", System.currentTimeMillis());
    json.writeNumberField("from", to - monitor.windowMs());
    json.writeNumberField("to", to);
    if (all) {
      json.writeStringField("title", title);
      json.writeStringField("version", version);
      json.writeNumberField("barMs", monitor.parameters().bars().intervalMs());
      SeriesJson.band(json, monitor.parameters().forecast());
    }
    summary(json);
    if (monitor.drawn().isPresent()) {
      series(json, monitor.drawn().get(), all);
    } else {
      nothingDrawn(json, all);
    }
    if (all || monitor.refused().count() > toldRefused) {
      monitor.refused().write(json);
    }
    monitor.events().write(json, all ? 0 : toldEvents);
    json.writeObjectFieldStart("health");
    health.write(json, monitor);
    json.writeEndObject();
  }

  private void series(JsonGenerator json, LiveMonitor.Drawn drawn, boolean all) throws IOException {
    drawn.assets().write(json, all ? 0 : toldBars);
    drawn.levels().write(json, all ? 0 : toldLevels);
    drawn.pictures().write(json, all ? 0 : toldMoments);
  }

  private static void nothingDrawn(JsonGenerator json, boolean all) throws IOException {
    if (all) {
      json.writeArrayFieldStart("assets");
      json.writeEndArray();
      json.writeNullField("levels");
      json.writeNullField("distribution");
      json.writeNullField("map");
    }
  }

  private void note() {
    toldEvents = monitor.events().count();
    toldRefused = monitor.refused().count();
    if (monitor.drawn().isPresent()) {
      LiveMonitor.Drawn drawn = monitor.drawn().get();
      toldBars = Math.max(0, drawn.axis().step(monitor.lastBar()) - LATE);
      toldLevels = drawn.levels().step();
      toldMoments = drawn.moments().step(monitor.lastBar());
    }
  }

  private void summary(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("summary");
    json.writeNumberField("accounts", monitor.book().size());
    Optional<LiveMonitor.Drawn> drawn = monitor.drawn();
    json.writeNumberField("atMarginCall", standing(drawn, Level.MARGIN_CALL));
    json.writeNumberField("atLiquidatable", standing(drawn, Level.LIQUIDATABLE));
    json.writeNumberField("atInsolvent", standing(drawn, Level.INSOLVENT));
    json.writeNumberField("atRiskUsd", drawn.map(d -> d.levels().atRiskUsd()).orElse(0.0));
    json.writeNumberField("badDebtUsd", drawn.map(d -> d.levels().badDebtUsd()).orElse(0.0));
    json.writeNumberField("events", monitor.events().count());
    json.writeNumberField("refused", monitor.refused().count());
    json.writeEndObject();
  }

  private static long standing(Optional<LiveMonitor.Drawn> drawn, Level level) {
    return drawn.map(d -> d.levels().standing(level)).orElse(0L);
  }
}
