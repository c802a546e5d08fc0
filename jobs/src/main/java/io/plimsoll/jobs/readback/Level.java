package io.plimsoll.jobs.readback;

/** The levels as the files name them (risk model §6), from best to worst. */
public enum Level {
  SAFE,
  MARGIN_CALL,
  LIQUIDATABLE,
  INSOLVENT;

  /** This level or a worse one. */
  public boolean atLeast(Level other) {
    return compareTo(other) >= 0;
  }
}
