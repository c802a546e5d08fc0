package io.plimsoll.jobs.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.jobs.book.Book;
import io.plimsoll.jobs.book.History;
import io.plimsoll.jobs.book.PaperRows;
import io.plimsoll.jobs.intake.Timestamps;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.readback.JsonLinesFile;
import io.plimsoll.jobs.readback.LineForm;
import io.plimsoll.jobs.readback.RefusedLine;
import io.plimsoll.jobs.readback.StateLine;
import io.plimsoll.jobs.series.AssetSeries;
import io.plimsoll.jobs.series.BookSeries;
import io.plimsoll.jobs.series.LevelSeries;
import io.plimsoll.jobs.series.RefusedSeries;
import io.plimsoll.jobs.series.SeriesJson;
import io.plimsoll.jobs.series.TimeAxis;
import io.plimsoll.jobs.summary.RunSummary;
import io.plimsoll.risk.parameters.ForecastRules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Makes the report of a run. */
public final class Report {

  /** The file, beside those of the run. */
  public static final String FILE = OutputDirectory.REPORT;

  /** Steps of a series: as many as a wide screen has room for. */
  private static final int STEPS = 1_500;

  private static final long SHORTEST_STEP_MS = 1_000;

  private final Path directory;
  private final RunSummary summary;
  private final Optional<History> input;
  private final String title;
  private final String version;

  /**
   * A report, not written yet.
   *
   * @param directory of the run's files
   * @param summary of the same
   * @param input what it was made of, if it is at hand
   * @param title what people call it
   * @param version of Plimsoll
   */
  public Report(
      Path directory, RunSummary summary, Optional<History> input, String title, String version) {
    this.directory = directory;
    this.summary = summary;
    this.input = input;
    this.title = title;
    this.version = version;
  }

  /** Writes the page to a file: it is there complete or not at all. */
  public void write(Path file) throws IOException {
    ReportPage.write(file, this::writeData);
  }

  /** What the page is told. */
  void writeData(Writer out) throws IOException {
    long from = summary.firstInstant().orElse(0);
    long to = summary.lastInstant().orElse(0);
    long barMs = input.map(at -> at.risk().bars().intervalMs()).orElse(SHORTEST_STEP_MS);
    TimeAxis bars = TimeAxis.of(from, to, STEPS, barMs);
    TimeAxis steps = TimeAxis.of(from, to, STEPS / 2, barMs);
    LevelSeries levels = new LevelSeries(steps);
    read(OutputDirectory.MARGIN_EVENTS, EventLine::read, levels::add);
    AccountStories stories = new AccountStories(levels.accounts());
    tell(stories);
    RefusedSeries refused = new RefusedSeries(steps);
    refused.reach(to);
    read(OutputDirectory.REFUSED, RefusedLine::read, row -> refused.add(row, timeOf(row)));
    AssetSeries assets = new AssetSeries(bars);
    try (JsonGenerator json = SeriesJson.generator(out)) {
      json.writeStartObject();
      json.writeStringField("title", title);
      json.writeStringField("version", version);
      json.writeNumberField("from", from);
      json.writeNumberField("to", to);
      json.writeNumberField("barMs", barMs);
      json.writeBooleanField("input", input.isPresent());
      json.writeBooleanField("onPaper", summary.paper().isPresent());
      if (input.isPresent()) {
        Book book = new Book(input.get().risk());
        BookSeries pictures =
            new BookSeries(TimeAxis.of(from, to, BookSeries.MOMENTS, 1), book.assets());
        try (PaperRows paper = paper()) {
          new Replay(input.get(), paper, book, assets, stories, pictures)
              .run(directory.resolve(OutputDirectory.ASSET_STATES), to);
        }
        summary(json, Optional.of(book));
        pictures.write(json, 0);
      } else {
        read(OutputDirectory.ASSET_STATES, StateLine::read, assets::add);
        summary(json, Optional.empty());
        json.writeNullField("distribution");
        json.writeNullField("map");
      }
      assets.write(json, 0);
      // The defaults where the parameters are not known.
      SeriesJson.band(json, input.map(at -> at.risk().forecast()).orElse(ForecastRules.DEFAULTS));
      levels.reach(to);
      levels.write(json, 0);
      stories.write(json);
      refused.write(json);
      json.writeStringField("parameters", input.map(History::parameters).orElse(""));
      json.writeEndObject();
    }
  }

  /** A pass through all events that most runs need not make. */
  private PaperRows paper() throws IOException {
    return summary.paper().isPresent()
        ? PaperRows.of(directory.resolve(OutputDirectory.MARGIN_EVENTS))
        : PaperRows.none();
  }

  private <T> void read(String name, LineForm<T> form, Consumer<T> rows) throws IOException {
    new JsonLinesFile<>(directory.resolve(name), form).readAll(rows);
  }

  /** A file may have its columns in any order, but hardly any has. */
  private static OptionalLong timeOf(RefusedLine row) {
    int comma = row.record().indexOf(',');
    return Timestamps.read(comma < 0 ? row.record() : row.record().substring(0, comma));
  }

  /** The whole lines of the accounts that mattered. */
  private void tell(AccountStories stories) throws IOException {
    try (BufferedReader lines =
        Files.newBufferedReader(
            directory.resolve(OutputDirectory.MARGIN_EVENTS), StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        EventLine event = Nodes.event(line);
        if (stories.tell(event.account())) {
          JsonNode whole = Nodes.read(line);
          stories.add(event, whole);
        }
      }
    }
  }

  private void summary(JsonGenerator json, Optional<Book> book) throws IOException {
    json.writeObjectFieldStart("summary");
    if (book.isPresent()) {
      json.writeNumberField("accounts", book.get().size());
    } else {
      json.writeNullField("accounts");
    }
    json.writeNumberField("events", summary.eventCount());
    json.writeNumberField("called", summary.called());
    json.writeNumberField("liquidatable", summary.liquidatable());
    json.writeNumberField("insolvent", summary.insolvent());
    peak(json, "AtRisk", summary.valueAtRisk().peakUsd(), summary.valueAtRisk().peakInstant());
    peak(json, "BadDebt", summary.badDebt().peakUsd(), summary.badDebt().peakInstant());
    json.writeNumberField("badDebtAtEndUsd", summary.badDebt().atEndUsd());
    json.writeNumberField("refused", summary.refusedCount());
    if (summary.paper().isPresent()) {
      json.writeNumberField("paperLiquidations", summary.paper().get().liquidations());
      json.writeNumberField("paperValueUsd", summary.paper().get().valueUsd());
    }
    json.writeEndObject();
  }

  private static void peak(JsonGenerator json, String what, double usd, long instant)
      throws IOException {
    json.writeNumberField("peak" + what + "Usd", usd);
    if (usd > 0) {
      json.writeNumberField("peak" + what + "At", instant);
    } else {
      json.writeNullField("peak" + what + "At");
    }
  }
}
