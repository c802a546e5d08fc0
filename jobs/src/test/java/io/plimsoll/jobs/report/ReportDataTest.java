package io.plimsoll.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.book.History;
import io.plimsoll.jobs.cli.CommandLineRun;
import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.jobs.series.BookSeries;
import io.plimsoll.jobs.summary.RunSummary;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of a run is told, beside what the run's files say. */
class ReportDataTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> LEVELS =
      List.of("SAFE", "MARGIN_CALL", "LIQUIDATABLE", "INSOLVENT");

  @TempDir static Path directory;
  private static Path out;
  private static final List<JsonNode> EVENTS = new ArrayList<>();
  private static JsonNode data;

  @BeforeAll
  static void runAMarket() throws IOException {
    CommandLineRun run =
        CommandLineRun.of("demo", "--accounts", "300", "--out", directory.toString());
    assertThat(run.code()).isZero();
    out = directory.resolve("out");
    for (String line : Files.readAllLines(out.resolve(OutputDirectory.MARGIN_EVENTS))) {
      EVENTS.add(JSON.readTree(line));
    }
    data = dataOf(Optional.of(input()));
  }

  private static History input() throws IOException {
    Path history = directory.resolve("data");
    Path parameters = history.resolve("parameters.yaml");
    return new History(
        DataDirectory.open(history), ParameterFile.load(parameters), Files.readString(parameters));
  }

  private static JsonNode dataOf(Optional<History> input) throws IOException {
    StringWriter text = new StringWriter();
    new Report(out, RunSummary.of(out), input, "a run", "1").writeData(text);
    return JSON.readTree(text.toString());
  }

  private static long sum(JsonNode numbers) {
    long sum = 0;
    for (JsonNode number : numbers) {
      sum += number.asLong();
    }
    return sum;
  }

  private static int level(JsonNode event, String which) {
    return LEVELS.indexOf(event.path(which).asText());
  }

  @Test
  void countsEachChangeOfLevelOnce() {
    Map<String, Long> naive = new TreeMap<>();
    for (JsonNode event : EVENTS) {
      int change = level(event, "to") - level(event, "from");
      if (change != 0) {
        naive.merge(change < 0 ? "recovered" : event.path("to").asText(), 1L, Long::sum);
      }
    }
    JsonNode levels = data.path("levels");
    assertThat(sum(levels.path("marginCalls"))).isEqualTo(naive.get("MARGIN_CALL"));
    assertThat(sum(levels.path("liquidations"))).isEqualTo(naive.get("LIQUIDATABLE"));
    assertThat(sum(levels.path("insolvencies"))).isEqualTo(naive.get("INSOLVENT"));
    assertThat(sum(levels.path("recoveries"))).isEqualTo(naive.get("recovered"));
  }

  @Test
  void knowsWhereEachAccountStandsAtTheEndOfEachStep() {
    JsonNode levels = data.path("levels");
    long step = levels.path("stepMs").asLong();
    Map<String, String> standing = new TreeMap<>();
    int next = 0;
    for (int i = 0; i < levels.path("t").size(); i++) {
      long end = levels.path("t").get(i).asLong() + step;
      while (next < EVENTS.size() && EVENTS.get(next).path("instant").asLong() < end) {
        standing.put(
            EVENTS.get(next).path("account").asText(), EVENTS.get(next).path("to").asText());
        next++;
      }
      assertThat(levels.path("atLiquidatable").get(i).asLong())
          .as("step %d", i)
          .isEqualTo(standing.values().stream().filter("LIQUIDATABLE"::equals).count());
      assertThat(levels.path("atInsolvent").get(i).asLong())
          .as("step %d", i)
          .isEqualTo(standing.values().stream().filter("INSOLVENT"::equals).count());
    }
    assertThat(next).isEqualTo(EVENTS.size());
  }

  @Test
  void hasThePeaksOfTheSummary() throws IOException {
    RunSummary summary = RunSummary.of(out);
    assertThat(highest(data.path("levels").path("atRiskUsd")))
        .isCloseTo(summary.valueAtRisk().peakUsd(), within(1e-5 * summary.valueAtRisk().peakUsd()));
    assertThat(highest(data.path("levels").path("badDebtUsd")))
        .isCloseTo(summary.badDebt().peakUsd(), within(1e-5 * summary.badDebt().peakUsd()));
    assertThat(data.path("summary").path("peakBadDebtUsd").asDouble())
        .isEqualTo(summary.badDebt().peakUsd());
    assertThat(data.path("summary").path("accounts").asInt()).isEqualTo(300);
  }

  private static double highest(JsonNode numbers) {
    double highest = 0;
    for (JsonNode number : numbers) {
      highest = Math.max(highest, number.asDouble());
    }
    return highest;
  }

  /** The working is put together anew, from rows and bars: that it adds up is its proof. */
  @Test
  void theWorkingOfEachEventAddsUpToItsFigures() {
    int events = 0;
    for (JsonNode account : data.path("accounts")) {
      for (JsonNode told : account.path("events")) {
        JsonNode event = told.path("event");
        assertThat(told.path("holdings")).as("%s", event).isNotEmpty();
        assertAddsUp(told, "assets", event);
        assertAddsUp(told, "liabilities", event);
        assertThat(told.path("rule").asText()).isNotEmpty();
        events++;
      }
    }
    assertThat(events).isGreaterThan(500);
  }

  private static void assertAddsUp(JsonNode told, String sum, JsonNode event) {
    double added = 0;
    for (JsonNode holding : told.path("holdings")) {
      added += holding.path(sum).asDouble();
    }
    double figure = event.path(sum).asDouble();
    assertThat(added)
        .as("%s of %s", sum, told)
        .isCloseTo(figure, within(1e-9 * (1 + Math.abs(figure))));
  }

  @Test
  void followsEachAssetBarByBar() throws IOException {
    Map<String, Double> last = new TreeMap<>();
    Map<String, Double> lowest = new TreeMap<>();
    for (String line : Files.readAllLines(out.resolve(OutputDirectory.ASSET_STATES))) {
      JsonNode bar = JSON.readTree(line);
      last.put(bar.path("asset").asText(), bar.path("mid").asDouble());
      lowest.merge(bar.path("asset").asText(), bar.path("mid").asDouble(), Math::min);
    }
    assertThat(data.path("assets")).hasSize(last.size());
    for (JsonNode asset : data.path("assets")) {
      String name = asset.path("asset").asText();
      JsonNode mids = asset.path("mid");
      assertThat(mids.get(mids.size() - 1).asDouble())
          .isCloseTo(last.get(name), within(1e-5 * last.get(name)));
      double low = Double.POSITIVE_INFINITY;
      for (JsonNode value : asset.path("lowest")) {
        low = Math.min(low, value.asDouble());
      }
      assertThat(low).isCloseTo(lowest.get(name), within(1e-5 * low));
    }
  }

  @Test
  void looksAtAllAccountsOverTheWholeRun() {
    JsonNode distribution = data.path("distribution");
    assertThat(distribution.path("t").size()).isBetween(90, BookSeries.MOMENTS + 1);
    int lastMoment = distribution.path("t").size() - 1;
    assertThat(distribution.path("t").get(lastMoment).asLong()).isEqualTo(data.path("to").asLong());
    assertThat(sum(distribution.path("accounts").get(lastMoment))).isBetween(100L, 320L);
    assertThat(data.path("map").path("assets")).isNotEmpty();
  }

  @Test
  void doesWithoutTheHistory() throws IOException {
    JsonNode without = dataOf(Optional.empty());
    assertThat(without.path("input").asBoolean()).isFalse();
    assertThat(without.path("map").isNull()).isTrue();
    assertThat(without.path("assets")).hasSameSizeAs(data.path("assets"));
    assertThat(sum(without.path("levels").path("marginCalls")))
        .isEqualTo(sum(data.path("levels").path("marginCalls")));
    assertThat(without.path("accounts").get(0).path("events").get(0).path("holdings")).isEmpty();
  }
}
