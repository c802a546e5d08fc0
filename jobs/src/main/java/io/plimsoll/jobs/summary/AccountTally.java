package io.plimsoll.jobs.summary;

import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.risk.level.Level;

/** What is remembered of an account between its events. */
final class AccountTally {

  private Level level = Level.SAFE;
  private Level worstLevel = Level.SAFE;
  private double exposureUsd;
  private double equityUsd;
  private LowPoint lowPoint =
      new LowPoint("", 0L, Level.SAFE, Double.NaN, Double.POSITIVE_INFINITY);

  void count(EventLine event) {
    level = event.to();
    worstLevel = level.isAtLeast(worstLevel) ? level : worstLevel;
    exposureUsd = event.exposure();
    equityUsd = event.equity();
    if (event.equity() < lowPoint.equityUsd()) {
      lowPoint = LowPoint.of(event);
    }
  }

  Level level() {
    return level;
  }

  Level worstLevel() {
    return worstLevel;
  }

  double atRiskUsd() {
    return level.isAtLeast(Level.LIQUIDATABLE) ? exposureUsd : 0;
  }

  double badDebtUsd() {
    return level == Level.INSOLVENT ? Math.max(0, -equityUsd) : 0;
  }

  LowPoint lowPoint() {
    return lowPoint;
  }
}
