package io.plimsoll.jobs.compare;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.ledger.JsonRow;
import io.plimsoll.jobs.summary.Exposure;
import io.plimsoll.jobs.summary.RunSummary;
import io.plimsoll.risk.level.Level;
import io.plimsoll.risk.parameters.Execution;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The comparison as one JSON object. Its keys always come in the same order; each figure is an
 * object of {@code a}, {@code b} and {@code difference}, which is b − a.
 */
public final class ComparisonJson {

  private final Comparison comparison;
  private final JsonGenerator json;

  private ComparisonJson(Comparison comparison, JsonGenerator json) {
    this.comparison = comparison;
    this.json = json;
  }

  /** A {@link JsonRow}. */
  public static void write(Comparison comparison, JsonGenerator json) throws IOException {
    new ComparisonJson(comparison, json).write();
  }

  private void write() throws IOException {
    json.writeStartObject();
    run("a", comparison.a());
    run("b", comparison.b());
    accounts();
    exposure("valueAtRisk", RunSummary::valueAtRisk);
    exposure("badDebt", RunSummary::badDebt);
    liquidations();
    if (comparison.isOnPaper()) {
      paper();
    }
    warnings();
    refused();
    most();
    json.writeEndObject();
  }

  private void run(String name, RunOutcome run) throws IOException {
    json.writeObjectFieldStart(name);
    JsonRow.text(json, "directory", run.directory().toString());
    number("firstInstant", run.summary().firstInstant());
    number("lastInstant", run.summary().lastInstant());
    json.writeNumberField("rowsRead", run.rowsRead());
    if (run.summary().paper().isPresent()) {
      json.writeStringField("execution", Execution.PAPER.name());
    }
    json.writeEndObject();
  }

  private void accounts() throws IOException {
    json.writeObjectFieldStart("accounts");
    reached("called", Level.MARGIN_CALL, RunSummary::called);
    reached("liquidatable", Level.LIQUIDATABLE, RunSummary::liquidatable);
    reached("insolvent", Level.INSOLVENT, RunSummary::insolvent);
    json.writeEndObject();
  }

  private void reached(String name, Level level, ToLongFunction<RunSummary> count)
      throws IOException {
    json.writeObjectFieldStart(name);
    countFields(run -> count.applyAsLong(run.summary()));
    Crossers crossers = comparison.crossers(level);
    names("onlyInA", crossers.onlyInA());
    names("onlyInB", crossers.onlyInB());
    json.writeEndObject();
  }

  private void names(String name, List<String> names) throws IOException {
    json.writeArrayFieldStart(name);
    for (String account : names) {
      json.writeString(account);
    }
    json.writeEndArray();
  }

  private void exposure(String name, Function<RunSummary, Exposure> exposure) throws IOException {
    json.writeObjectFieldStart(name);
    usd("peakUsd", run -> exposure.apply(run.summary()).peakUsd());
    usd("atEndUsd", run -> exposure.apply(run.summary()).atEndUsd());
    json.writeEndObject();
  }

  private void liquidations() throws IOException {
    json.writeObjectFieldStart("liquidations");
    count("offers", run -> run.liquidations().offers());
    usd("valueUsd", run -> run.liquidations().valueUsd());
    json.writeEndObject();
  }

  private void paper() throws IOException {
    json.writeObjectFieldStart("paper");
    count("liquidations", run -> run.summary().executed().liquidations());
    usd("valueUsd", run -> run.summary().executed().valueUsd());
    json.writeEndObject();
  }

  private void warnings() throws IOException {
    json.writeObjectFieldStart("warnings");
    count("spells", run -> run.warnings().spells());
    count("none", run -> run.warnings().none());
    span("medianMs", run -> run.warnings().medianMs());
    span("tenthPercentileMs", run -> run.warnings().tenthPercentileMs());
    json.writeEndObject();
  }

  private void refused() throws IOException {
    json.writeObjectFieldStart("refused");
    count("total", run -> run.summary().refusedCount());
    json.writeObjectFieldStart("byReason");
    for (String reason : comparison.reasons()) {
      count(reason, run -> run.refused(reason));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void most() throws IOException {
    json.writeArrayFieldStart("differMost");
    for (Difference difference : comparison.most()) {
      json.writeStartObject();
      JsonRow.text(json, "account", difference.account());
      outcome("a", difference.a());
      outcome("b", difference.b());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void outcome(String name, Outcome outcome) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("worstLevel", outcome.worst().name());
    JsonRow.number(json, "offeredUsd", outcome.offeredUsd());
    JsonRow.number(json, "badDebtUsd", outcome.badDebtUsd());
    number(
        "leastWarningMs",
        outcome.hasWarning() ? OptionalLong.of(outcome.leastWarningMs()) : OptionalLong.empty());
    json.writeEndObject();
  }

  private void count(String name, ToLongFunction<RunOutcome> figure) throws IOException {
    json.writeObjectFieldStart(name);
    countFields(figure);
    json.writeEndObject();
  }

  private void countFields(ToLongFunction<RunOutcome> figure) throws IOException {
    long a = figure.applyAsLong(comparison.a());
    long b = figure.applyAsLong(comparison.b());
    json.writeNumberField("a", a);
    json.writeNumberField("b", b);
    json.writeNumberField("difference", b - a);
  }

  private void usd(String name, ToDoubleFunction<RunOutcome> figure) throws IOException {
    double a = figure.applyAsDouble(comparison.a());
    double b = figure.applyAsDouble(comparison.b());
    json.writeObjectFieldStart(name);
    JsonRow.number(json, "a", a);
    JsonRow.number(json, "b", b);
    JsonRow.number(json, "difference", b - a);
    json.writeEndObject();
  }

  private void span(String name, Function<RunOutcome, OptionalLong> figure) throws IOException {
    OptionalLong a = figure.apply(comparison.a());
    OptionalLong b = figure.apply(comparison.b());
    json.writeObjectFieldStart(name);
    number("a", a);
    number("b", b);
    number(
        "difference",
        a.isPresent() && b.isPresent()
            ? OptionalLong.of(b.getAsLong() - a.getAsLong())
            : OptionalLong.empty());
    json.writeEndObject();
  }

  private void number(String name, OptionalLong value) throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, value.getAsLong());
    } else {
      json.writeNullField(name);
    }
  }
}
