package io.plimsoll.jobs.summary;

import io.plimsoll.jobs.readback.EventLine;
import io.plimsoll.risk.level.Level;

/** What is remembered of an account between its events. Mutable. */
public final class AccountTally {

  private Level level = Level.SAFE;
  private Level worstLevel = Level.SAFE;
  private double exposureUsd;
  private double peakExposureUsd;
  private double equityUsd;
  private LowPoint lowPoint =
      new LowPoint("", 0L, Level.SAFE, Double.NaN, Double.POSITIVE_INFINITY);

  /** Takes its next event. */
  public void count(EventLine event) {
    level = event.to();
    worstLevel = level.isAtLeast(worstLevel) ? level : worstLevel;
    exposureUsd = event.exposure();
    peakExposureUsd = Math.max(peakExposureUsd, exposureUsd);
    equityUsd = event.equity();
    if (event.equity() < lowPoint.equityUsd()) {
      lowPoint = LowPoint.of(event);
    }
  }

  /** After its last event. */
  public Level level() {
    return level;
  }

  /** The worst it was at. */
  public Level worstLevel() {
    return worstLevel;
  }

  /** What it owes while it is LIQUIDATABLE or worse, else 0. */
  public double atRiskUsd() {
    return level.isAtLeast(Level.LIQUIDATABLE) ? exposureUsd : 0;
  }

  /** What it owes beyond what it has while it is INSOLVENT, else 0. */
  public double badDebtUsd() {
    return level == Level.INSOLVENT ? Math.max(0, -equityUsd) : 0;
  }

  /** The most it owed at any of its events. */
  public double peakExposureUsd() {
    return peakExposureUsd;
  }

  /** When its equity was lowest. */
  public LowPoint lowPoint() {
    return lowPoint;
  }
}
