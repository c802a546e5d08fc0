package io.plimsoll.twin;

/** How bad it is; declared in rising order. */
enum Level {
  SAFE,
  MARGIN_CALL,
  LIQUIDATABLE,
  INSOLVENT;

  boolean isAtLeast(Level other) {
    return compareTo(other) >= 0;
  }
}
