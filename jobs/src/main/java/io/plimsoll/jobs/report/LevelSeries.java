package io.plimsoll.jobs.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.summary.AccountTally;
import io.plimsoll.jobs.summary.Tally;
import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Margin events over time: how many of each change, and where the accounts stand by then. Takes
 * events in the order of their file. Mutable.
 */
final class LevelSeries {

  private static final Level[] BAD = {Level.MARGIN_CALL, Level.LIQUIDATABLE, Level.INSOLVENT};

  private final Span span;
  private final Tally tally = new Tally();
  private final Map<Level, Long> standing = new EnumMap<>(Level.class);

  /** By step: events into a level from below it, and to a lower one. */
  private final Map<Level, long[]> into = new EnumMap<>(Level.class);

  private final long[] recoveries;

  /** By step: accounts at a level at its end, and the highest of the sums. */
  private final Map<Level, long[]> at = new EnumMap<>(Level.class);

  private final double[] atRiskUsd;
  private final double[] badDebtUsd;
  private int step;
  private long instant = Long.MIN_VALUE;

  LevelSeries(Span span) {
    this.span = span;
    recoveries = new long[span.steps()];
    atRiskUsd = new double[span.steps()];
    badDebtUsd = new double[span.steps()];
    for (Level level : BAD) {
      standing.put(level, 0L);
      into.put(level, new long[span.steps()]);
      at.put(level, new long[span.steps()]);
    }
  }

  void add(EventLine event) {
    if (event.instant() != instant) {
      endOfInstant();
      instant = event.instant();
      advance(span.step(instant));
    }
    tally.count(event);
    if (event.to() == event.from()) {
      return;
    }
    standing.computeIfPresent(event.from(), (level, count) -> count - 1);
    standing.computeIfPresent(event.to(), (level, count) -> count + 1);
    if (event.from().isAtLeast(event.to())) {
      recoveries[step]++;
    } else {
      into.get(event.to())[step]++;
    }
  }

  private void endOfInstant() {
    atRiskUsd[step] = Math.max(atRiskUsd[step], tally.atRiskUsd());
    badDebtUsd[step] = Math.max(badDebtUsd[step], tally.badDebtUsd());
  }

  /** What stands at the end of a step stands until the next event. */
  private void advance(int to) {
    while (step < to) {
      note();
      step++;
      atRiskUsd[step] = tally.atRiskUsd();
      badDebtUsd[step] = tally.badDebtUsd();
    }
  }

  private void note() {
    for (Level level : BAD) {
      at.get(level)[step] = standing.get(level);
    }
  }

  /** What became of each account. */
  Map<String, AccountTally> accounts() {
    return tally.accounts();
  }

  void write(JsonGenerator json) throws IOException {
    endOfInstant();
    advance(span.steps() - 1);
    note();
    json.writeObjectFieldStart("levels");
    json.writeNumberField("stepMs", span.stepMs());
    ReportJson.counts(json, "t", IntStream.range(0, span.steps()).mapToLong(span::start).toArray());
    ReportJson.counts(json, "marginCalls", into.get(Level.MARGIN_CALL));
    ReportJson.counts(json, "liquidations", into.get(Level.LIQUIDATABLE));
    ReportJson.counts(json, "insolvencies", into.get(Level.INSOLVENT));
    ReportJson.counts(json, "recoveries", recoveries);
    ReportJson.counts(json, "atMarginCall", at.get(Level.MARGIN_CALL));
    ReportJson.counts(json, "atLiquidatable", at.get(Level.LIQUIDATABLE));
    ReportJson.counts(json, "atInsolvent", at.get(Level.INSOLVENT));
    ReportJson.numbers(json, "atRiskUsd", atRiskUsd);
    ReportJson.numbers(json, "badDebtUsd", badDebtUsd);
    json.writeEndObject();
  }
}
