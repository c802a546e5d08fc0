package io.plimsoll.jobs.console;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.series.SeriesJson;
import io.plimsoll.jobs.watch.Unit;
import io.plimsoll.risk.health.Assessment;
import io.plimsoll.risk.health.Factor;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.terms.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The accounts of a level or of a name, lowest health factor first.
 *
 * @param level all but SAFE if there is none, or all if a name is asked for
 * @param text part of a name, of either case
 * @param limit how many at most
 */
record AccountList(Optional<Level> level, String text, int limit) {

  /** The most that may be asked for. */
  static final int MOST = 1_000;

  private record Row(Unit unit, Level level, double healthFactor) {}

  private static final Comparator<Row> LOWEST_FIRST =
      Comparator.comparingDouble(Row::healthFactor).thenComparing(row -> row.unit().name());

  AccountList {
    text = text.toLowerCase(Locale.ROOT);
  }

  private boolean isWanted(String name, Level at) {
    boolean wanted =
        level.map(l -> l == at).orElse(!text.isEmpty() || at.isAtLeast(Level.MARGIN_CALL));
    return wanted && (text.isEmpty() || name.toLowerCase(Locale.ROOT).contains(text));
  }

  /** Writes them as an object. */
  void write(JsonGenerator json, LiveMonitor monitor) throws IOException {
    Assessment assessment = new Assessment(monitor.book().assets());
    // Those to be told, the highest on top: it goes when a lower one comes.
    PriorityQueue<Row> lowest = new PriorityQueue<>(LOWEST_FIRST.reversed());
    long[] total = new long[1];
    monitor
        .book()
        .forEach(
            monitor.lastBar(),
            unit -> {
              Level at = monitor.standings().level(unit.name());
              if (isWanted(unit.name(), at)) {
                total[0]++;
                assessment.assess(unit.portfolio(), Factor.ONE);
                lowest.add(new Row(unit, at, healthFactor(assessment)));
                if (lowest.size() > limit) {
                  lowest.remove();
                }
              }
            });
    List<Row> rows = new ArrayList<>(lowest);
    rows.sort(LOWEST_FIRST);
    json.writeStartObject();
    json.writeNumberField("instant", monitor.lastBar());
    json.writeNumberField("total", total[0]);
    json.writeArrayFieldStart("accounts");
    for (Row row : rows) {
      write(json, row, assessment, monitor);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static double healthFactor(Assessment assessment) {
    double liabilities = assessment.approximateLiabilities();
    return liabilities > 0
        ? assessment.approximateAssets() / liabilities
        : Double.POSITIVE_INFINITY;
  }

  private static void write(JsonGenerator json, Row row, Assessment assessment, LiveMonitor monitor)
      throws IOException {
    assessment.assess(row.unit().portfolio(), Factor.ONE);
    Figures figures =
        Figures.of(row.unit().portfolio(), assessment.exact(), monitor.book().assets());
    json.writeStartObject();
    json.writeStringField("account", row.unit().name());
    json.writeStringField("level", row.level().name());
    Optional<Long> since = monitor.standings().since(row.unit().name());
    if (since.isPresent()) {
      json.writeNumberField("since", since.get());
    } else {
      json.writeNullField("since");
    }
    json.writeFieldName("healthFactor");
    SeriesJson.number(json, figures.healthFactor());
    json.writeFieldName("debtUsd");
    SeriesJson.number(json, figures.debtValueUsd());
    json.writeFieldName("equityUsd");
    SeriesJson.number(json, figures.equityUsd());
    json.writeEndObject();
  }
}
