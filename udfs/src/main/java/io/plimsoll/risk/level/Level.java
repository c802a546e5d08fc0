package io.plimsoll.risk.level;

/** How far an account has fallen (risk model §6); each implies the ones before it. */
public enum Level {
  SAFE,
  MARGIN_CALL,
  LIQUIDATABLE,
  INSOLVENT;

  public boolean isAtLeast(Level other) {
    return compareTo(other) >= 0;
  }
}
