package io.plimsoll.jobs.series;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.jobs.summary.AccountTally;
import io.plimsoll.jobs.summary.Tally;
import io.plimsoll.risk.level.Level;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Margin events over time: how many of each change, and where the accounts stand by then. Takes
 * events by instant; one that comes late counts where the series stands. Mutable.
 */
public final class LevelSeries {

  private static final Level[] BAD = {Level.MARGIN_CALL, Level.LIQUIDATABLE, Level.INSOLVENT};

  private final TimeAxis axis;
  private final Tally tally = new Tally();
  private final Map<Level, Long> standing = new EnumMap<>(Level.class);

  /** By step: events into a level from below it, and to a lower one. */
  private final Map<Level, Column> into = new EnumMap<>(Level.class);

  private final Column recoveries;

  /** By step: accounts at a level at its end, and the highest of the sums. */
  private final Map<Level, Column> at = new EnumMap<>(Level.class);

  private final Column atRiskUsd;
  private final Column badDebtUsd;
  private long step;
  private long instant = Long.MIN_VALUE;

  /** Of a time axis, nothing counted yet. */
  public LevelSeries(TimeAxis axis) {
    this.axis = axis;
    recoveries = new Column(axis);
    atRiskUsd = new Column(axis);
    badDebtUsd = new Column(axis);
    for (Level level : BAD) {
      standing.put(level, 0L);
      into.put(level, new Column(axis));
      at.put(level, new Column(axis));
    }
  }

  /** Counts an event. */
  public void add(EventLine event) {
    if (event.instant() != instant) {
      endOfInstant();
      instant = event.instant();
      advance(axis.step(instant));
    }
    tally.count(event);
    if (event.to() == event.from()) {
      return;
    }
    standing.computeIfPresent(event.from(), (level, count) -> count - 1);
    standing.computeIfPresent(event.to(), (level, count) -> count + 1);
    if (event.from().isAtLeast(event.to())) {
      recoveries.add(step, 1);
    } else {
      into.get(event.to()).add(step, 1);
    }
  }

  /** Time has passed up to an instant, whatever happened in it. */
  public void reach(long now) {
    endOfInstant();
    advance(axis.step(now));
  }

  private void endOfInstant() {
    atRiskUsd.set(step, Math.max(atRiskUsd.at(step), tally.atRiskUsd()));
    badDebtUsd.set(step, Math.max(badDebtUsd.at(step), tally.badDebtUsd()));
  }

  /** What stands at the end of a step stands until the next event. */
  private void advance(long to) {
    note();
    // Of a long silence only what is kept is written.
    step = Math.max(step, Math.min(to, axis.firstKept(to) - 1));
    while (step < to) {
      step++;
      recoveries.set(step, 0);
      into.values().forEach(column -> column.set(step, 0));
      atRiskUsd.set(step, tally.atRiskUsd());
      badDebtUsd.set(step, tally.badDebtUsd());
      note();
    }
  }

  private void note() {
    for (Level level : BAD) {
      at.get(level).set(step, standing.get(level));
    }
  }

  /** Forgets an account that is gone. */
  public void forget(String account) {
    tally.forget(account);
  }

  /** What became of each account. */
  public Map<String, AccountTally> accounts() {
    return tally.accounts();
  }

  /** How many accounts stand at a level that is worse than SAFE. */
  public long standing(Level level) {
    return standing.get(level);
  }

  /** What accounts at LIQUIDATABLE or worse owe by now, USD. */
  public double atRiskUsd() {
    return tally.atRiskUsd();
  }

  /** What accounts at INSOLVENT owe by now beyond what they have, USD. */
  public double badDebtUsd() {
    return tally.badDebtUsd();
  }

  /** The step in which it stands. */
  public long step() {
    return step;
  }

  /** Writes the object levels: the steps that are kept, from one on. */
  public void write(JsonGenerator json, long from) throws IOException {
    endOfInstant();
    note();
    long[] steps = LongStream.rangeClosed(Math.max(from, axis.firstKept(step)), step).toArray();
    json.writeObjectFieldStart("levels");
    json.writeNumberField("stepMs", axis.stepMs());
    SeriesJson.since(json, axis.start(from));
    SeriesJson.counts(json, "t", LongStream.of(steps).map(axis::start).toArray());
    SeriesJson.numbers(json, "marginCalls", into.get(Level.MARGIN_CALL).at(steps));
    SeriesJson.numbers(json, "liquidations", into.get(Level.LIQUIDATABLE).at(steps));
    SeriesJson.numbers(json, "insolvencies", into.get(Level.INSOLVENT).at(steps));
    SeriesJson.numbers(json, "recoveries", recoveries.at(steps));
    SeriesJson.numbers(json, "atMarginCall", at.get(Level.MARGIN_CALL).at(steps));
    SeriesJson.numbers(json, "atLiquidatable", at.get(Level.LIQUIDATABLE).at(steps));
    SeriesJson.numbers(json, "atInsolvent", at.get(Level.INSOLVENT).at(steps));
    SeriesJson.numbers(json, "atRiskUsd", atRiskUsd.at(steps));
    SeriesJson.numbers(json, "badDebtUsd", badDebtUsd.at(steps));
    json.writeEndObject();
  }
}
