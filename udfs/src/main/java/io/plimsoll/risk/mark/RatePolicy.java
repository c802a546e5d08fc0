package io.plimsoll.risk.mark;

import io.plimsoll.risk.parameters.RateRules;

/** Exchange rates with a cap on their growth, and borrow indices (risk model §§1 and 5). */
public final class RatePolicy {

  /** A year of 365 days, in milliseconds. */
  public static final double YEAR_MS = 365.0 * 86_400_000.0;

  private RatePolicy() {}

  /** Whether a reading differs too far from the last accepted one; the first is not tested. */
  public static boolean stepsTooFar(double reading, double lastAccepted, RateRules rules) {
    return Math.abs(reading / lastAccepted - 1) > rules.maxIndexStep(); // NaN compares false
  }

  /** Takes an accepted exchange rate. */
  public static void tellRate(RateState state, double reading, long instant) {
    if (Double.isNaN(state.toldRate)) {
      state.anchorRate = reading;
      state.anchorTime = instant;
    }
    state.toldRate = reading;
  }

  /** Takes an accepted borrow index. */
  public static void tellIndex(RateState state, double reading) {
    state.toldIndex = reading;
    state.borrowIndex = reading;
  }

  /** Derives the exchange rate in force at an instant: told, but no more than growth allows. */
  public static void derive(RateState state, RateRules rules, long instant) {
    if (Double.isNaN(state.toldRate)) {
      return;
    }
    double rate = state.toldRate;
    if (rules.capped()) {
      double anchorRate = rules.anchored() ? rules.anchorRate() : state.anchorRate;
      long anchorTime = rules.anchored() ? rules.anchorTimeMs() : state.anchorTime;
      double cap = anchorRate * (1 + rules.maxRateGrowth() * (instant - anchorTime) / YEAR_MS);
      rate = Math.min(rate, Math.max(cap, Double.MIN_NORMAL)); // an anchor far ahead is no licence
    }
    state.exchangeRate = rate;
  }
}
