package io.plimsoll.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.jobs.book.BookPicture;
import io.plimsoll.jobs.book.History;
import io.plimsoll.jobs.book.RunBook;
import io.plimsoll.jobs.cli.CommandLineRun;
import io.plimsoll.jobs.files.DataDirectory;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.parameters.ParameterFile;
import io.plimsoll.jobs.summary.RunSummary;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A market in which liquidations are carried out on paper, and what its files tell. */
class PaperRunTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path directory;
  private static Path out;
  private static History input;
  private static final List<JsonNode> EVENTS = new ArrayList<>();
  private static JsonNode data;

  @BeforeAll
  static void runAMarket() throws IOException {
    assertThat(CommandLineRun.of("demo", "--accounts", "300", "--out", directory.toString()).code())
        .isZero();
    out = onPaper(directory);
    Path history = directory.resolve("data");
    Path parameters = directory.resolve("paper.yaml");
    input =
        new History(
            DataDirectory.open(history),
            ParameterFile.load(parameters),
            Files.readString(parameters));
    for (String line : Files.readAllLines(out.resolve(OutputDirectory.MARGIN_EVENTS))) {
      EVENTS.add(JSON.readTree(line));
    }
    StringWriter text = new StringWriter();
    new Report(out, RunSummary.of(out), Optional.of(input), "a run", "1").writeData(text);
    data = JSON.readTree(text.toString());
  }

  /** The history of a demo once more, on paper; where its files are. */
  static Path onPaper(Path demo) throws IOException {
    Path parameters = demo.resolve("paper.yaml");
    String factual = Files.readString(demo.resolve("data").resolve("parameters.yaml"));
    Files.writeString(parameters, factual.replace("global:\n", "global:\n  execution: paper\n"));
    Path out = demo.resolve("paper");
    CommandLineRun run =
        CommandLineRun.of(
            "backfill",
            "--data",
            demo.resolve("data").toString(),
            "--parameters",
            parameters.toString(),
            "--out",
            out.toString());
    assertThat(run.code()).as("%s", run.err()).isZero();
    return out;
  }

  @Test
  void everyEventSaysThatItIsSimulated() {
    assertThat(EVENTS)
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.path("execution").asText()).isEqualTo("PAPER"));
  }

  /** What is left a millisecond later is what the terms said would be: no price moves in it. */
  @Test
  void theNextEventIsOfTheAccountThatTheTermsLeft() {
    Map<String, JsonNode> last = new HashMap<>();
    int met = 0;
    for (JsonNode event : EVENTS) {
      JsonNode before = last.put(event.path("account").asText(), event);
      if (before != null
          && before.has("terms")
          && event.path("instant").asLong() == before.path("instant").asLong() + 1
          && event.path("marks").equals(common(before, event))
          && before.at("/terms/healthFactorAfter").isNumber()) {
        double promised = before.at("/terms/healthFactorAfter").asDouble();
        assertThat(event.path("healthFactor").asDouble())
            .as("%s, then %s", before, event)
            .isCloseTo(promised, within(1e-9 * (1 + Math.abs(promised))));
        met++;
      }
    }
    assertThat(met).isGreaterThan(100);
  }

  /** The marks of the event before, of those assets that are left. */
  private static JsonNode common(JsonNode before, JsonNode event) {
    var marks = JSON.createObjectNode();
    event
        .path("marks")
        .fieldNames()
        .forEachRemaining(asset -> marks.set(asset, before.path("marks").path(asset)));
    return marks;
  }

  @Test
  void eachAccountThatWasOfferedIsJudgedAgainAtOnce() {
    Map<String, JsonNode> last = new HashMap<>();
    long end = data.path("to").asLong();
    for (JsonNode event : EVENTS) {
      JsonNode before = last.put(event.path("account").asText(), event);
      if (before != null && before.has("terms")) {
        assertThat(event.path("instant").asLong())
            .as("after %s", before)
            .isEqualTo(before.path("instant").asLong() + 1);
      }
    }
    assertThat(last.values())
        .filteredOn(event -> event.has("terms"))
        .allSatisfy(event -> assertThat(event.path("instant").asLong()).isEqualTo(end));
  }

  @Test
  void theSummaryCountsWhatWasCarriedOut() throws IOException {
    JsonNode execution =
        JSON.readTree(out.resolve(OutputDirectory.SUMMARY).toFile()).path("execution");
    assertThat(execution.path("mode").asText()).isEqualTo("PAPER");
    assertThat(execution.path("liquidations").asLong())
        .isEqualTo(EVENTS.stream().filter(event -> event.has("terms")).count());
    assertThat(execution.path("valueUsd").asDouble())
        .isCloseTo(
            EVENTS.stream().mapToDouble(event -> event.at("/terms/repayValue").asDouble()).sum()
                + EVENTS.stream().mapToDouble(PaperRunTest::closed).sum(),
            within(1e-3));
    assertThat(data.at("/summary/paperLiquidations")).isEqualTo(execution.path("liquidations"));
  }

  private static double closed(JsonNode event) {
    JsonNode terms = event.path("terms");
    return terms.has("closeAsset")
        ? terms.path("closeAmount").asDouble()
            * event.path("marks").path(terms.path("closeAsset").asText()).asDouble()
        : 0;
  }

  /** The holdings are put together from rows and events anew: that they add up is the proof. */
  @Test
  void theWorkingOfEachEventAddsUpToItsFigures() {
    int cash = 0;
    int events = 0;
    for (JsonNode account : data.path("accounts")) {
      for (JsonNode told : account.path("events")) {
        assertAddsUp(told, "assets");
        assertAddsUp(told, "liabilities");
        events++;
        for (JsonNode holding : told.path("holdings")) {
          cash += holding.path("kind").asText().equals("PAPER") ? 1 : 0;
        }
      }
    }
    assertThat(events).isGreaterThan(500);
    assertThat(cash).as("workings with cash of closed perpetuals").isPositive();
  }

  private static void assertAddsUp(JsonNode told, String sum) {
    double added = 0;
    double size = 1;
    for (JsonNode holding : told.path("holdings")) {
      added += holding.path(sum).asDouble();
      size += Math.abs(holding.path(sum).asDouble());
    }
    assertThat(added)
        .as("%s of %s", sum, told)
        .isCloseTo(told.path("event").path(sum).asDouble(), within(1e-9 * size));
  }

  /** By two roads: rows and events at the end, and rows, events and bars on the way. */
  @Test
  void theBookAtTheEndIsTheReportsLastPicture() throws IOException {
    BookPicture end =
        BookPicture.of(
            RunBook.read(
                input,
                out.resolve(OutputDirectory.ASSET_STATES),
                out.resolve(OutputDirectory.MARGIN_EVENTS)),
            data.path("to").asLong());
    JsonNode pictures = data.at("/distribution/accounts");
    JsonNode last = pictures.get(pictures.size() - 1);
    assertThat(JSON.valueToTree(end.health().accounts()).toString()).isEqualTo(last.toString());
  }
}
