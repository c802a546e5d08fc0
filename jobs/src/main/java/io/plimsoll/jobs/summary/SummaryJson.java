package io.plimsoll.jobs.summary;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.plimsoll.jobs.ledger.JsonRow;
import io.plimsoll.jobs.ledger.OutputDirectory;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.parameters.Execution;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * {@code summary.json}. Its keys always come in the same order, and {@code run}, which no two runs
 * share, comes last.
 */
public final class SummaryJson {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  /** What no two runs share, and in it where the run has read. */
  public static final String RUN = "run";

  /** Of a run that carried out liquidations on paper. */
  public static final String EXECUTION = "execution";

  public static final String DATA = "data";
  public static final String PARAMETERS = "parameters";

  /** The same line ends everywhere. */
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

  private final JsonGenerator json;

  private SummaryJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes the file into the directory whole: it is there complete or not at all. */
  public static Path write(RunSummary summary, RunFacts facts, Path directory) throws IOException {
    Path file = directory.resolve(OutputDirectory.SUMMARY);
    Path half = directory.resolve("." + OutputDirectory.SUMMARY + ".half");
    try (OutputStream out = Files.newOutputStream(half);
        JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));
      new SummaryJson(json).write(summary, facts);
      json.writeRaw('\n');
    }
    return Files.move(
        half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void write(RunSummary summary, RunFacts facts) throws IOException {
    json.writeStartObject();
    instant("firstInstant", summary.firstInstant());
    instant("lastInstant", summary.lastInstant());
    if (facts.execution() != Execution.NONE) {
      paper(summary, facts);
    }
    events(summary);
    accounts(summary);
    exposure("valueAtRisk", summary.valueAtRisk());
    exposure("badDebt", summary.badDebt());
    worst(summary);
    json.writeObjectFieldStart("refused");
    json.writeNumberField("total", summary.refusedCount());
    counts("byReason", summary.refused());
    json.writeEndObject();
    run(facts);
    json.writeEndObject();
  }

  /** A run that invented nothing has no such key. */
  private void paper(RunSummary summary, RunFacts facts) throws IOException {
    json.writeObjectFieldStart(EXECUTION);
    json.writeStringField("mode", facts.execution().name());
    json.writeNumberField("liquidations", summary.executed().liquidations());
    JsonRow.number(json, "valueUsd", summary.executed().valueUsd());
    json.writeEndObject();
  }

  private void events(RunSummary summary) throws IOException {
    json.writeObjectFieldStart("events");
    json.writeNumberField("total", summary.eventCount());
    json.writeArrayFieldStart("transitions");
    for (Map.Entry<Transition, Long> entry : summary.events().entrySet()) {
      json.writeStartObject();
      json.writeStringField("from", entry.getKey().from().name());
      json.writeStringField("to", entry.getKey().to().name());
      json.writeNumberField("count", entry.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void accounts(RunSummary summary) throws IOException {
    json.writeObjectFieldStart("accounts");
    json.writeNumberField("everCalled", summary.called());
    json.writeNumberField("everLiquidatable", summary.liquidatable());
    json.writeNumberField("everInsolvent", summary.insolvent());
    json.writeObjectFieldStart("atEnd");
    for (Map.Entry<Level, Long> entry : summary.atEnd().entrySet()) {
      json.writeNumberField(entry.getKey().name(), entry.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void exposure(String name, Exposure exposure) throws IOException {
    json.writeObjectFieldStart(name);
    JsonRow.number(json, "atEndUsd", exposure.atEndUsd());
    JsonRow.number(json, "peakUsd", exposure.peakUsd());
    instant(
        "peakInstant",
        exposure.peakUsd() > 0 ? OptionalLong.of(exposure.peakInstant()) : OptionalLong.empty());
    json.writeEndObject();
  }

  private void worst(RunSummary summary) throws IOException {
    json.writeArrayFieldStart("worstAccounts");
    for (LowPoint low : summary.worst()) {
      json.writeStartObject();
      json.writeStringField("account", low.account());
      json.writeStringField("level", low.level().name());
      JsonRow.number(json, "healthFactor", low.healthFactor());
      JsonRow.number(json, "equityUsd", low.equityUsd());
      json.writeNumberField("instant", low.instant());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void run(RunFacts facts) throws IOException {
    json.writeObjectFieldStart(RUN);
    json.writeStringField(DATA, facts.data().toAbsolutePath().normalize().toString());
    json.writeStringField(PARAMETERS, facts.parameters().toAbsolutePath().normalize().toString());
    json.writeNumberField("rowsRead", facts.rowsRead());
    json.writeNumberField("lateRows", facts.lateRows());
    json.writeNumberField("parallelism", facts.parallelism());
    json.writeStringField("stateBackend", facts.stateBackend());
    json.writeNumberField("durationMillis", facts.duration().toMillis());
    json.writeEndObject();
  }

  private void counts(String name, SortedMap<String, Long> counts) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Long> entry : counts.entrySet()) {
      json.writeNumberField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  private void instant(String name, OptionalLong instant) throws IOException {
    if (instant.isPresent()) {
      json.writeNumberField(name, instant.getAsLong());
    } else {
      json.writeNullField(name);
    }
  }
}
